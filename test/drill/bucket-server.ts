import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that keeps objects in memory and speaks as much of the S3 protocol as the store asks of it. Signatures pass unread. */
export interface BucketServer {
  /** Address of a bucket, for --store. */
  readonly store: string;
  readonly objects: Map<string, Buffer>;
  /** Stops answering. */
  stop(): Promise<void>;
  /** Answers again, at the same address and with the same objects. */
  start(): Promise<void>;
}

const PAGE = 50;

export async function bucketServer(): Promise<BucketServer> {
  const objects = new Map<string, Buffer>();
  let server: Server | null = null;
  let port = 0;
  const start = async () => {
    server = answering(objects);
    await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  await start();
  return {
    store: `http://127.0.0.1:${port}/luohu/runs`,
    objects,
    start,
    async stop() {
      server?.closeAllConnections();
      await new Promise((resolve) => server?.close(resolve));
    },
  };
}

const answering = (objects: Map<string, Buffer>): Server =>
  createServer((request, response) => {
    const url = new URL(request.url!, 'http://bucket');
    const key = decodeURIComponent(url.pathname).replace(/^\/luohu\/?/, '');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      if (request.method === 'PUT') {
        objects.set(key, body);
        response.writeHead(200, { etag: '"0"' }).end();
      } else if (request.method === 'POST' && url.searchParams.has('delete')) {
        for (const [, name] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) objects.delete(name);
        response.writeHead(200).end('<DeleteResult></DeleteResult>');
      } else if (request.method === 'GET' && url.searchParams.get('list-type') === '2') {
        response.writeHead(200, { 'content-type': 'application/xml' }).end(listing(objects, url.searchParams));
      } else {
        const object = objects.get(key);
        if (object === undefined) {
          response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
        } else {
          response.writeHead(200, { 'content-length': object.length }).end(object);
        }
      }
    });
  });

function listing(objects: Map<string, Buffer>, asked: URLSearchParams): string {
  const all = [...objects.keys()].filter((key) => key.startsWith(asked.get('prefix') ?? '')).sort();
  const from = Number(asked.get('continuation-token') ?? 0);
  const page = all.slice(from, from + PAGE);
  const more = from + PAGE < all.length;
  const contents = page.map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)!.length}</Size></Contents>`);
  const token = more ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated><KeyCount>${page.length}</KeyCount>${token}${contents.join('')}</ListBucketResult>`;
}
