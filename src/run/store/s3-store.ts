import { InputError, said } from '../../scenario/errors.ts';
import { runMessages } from '../messages.ts';
import { optionalParts } from '../optional-part.ts';
import type { Store } from './store.ts';

const SCHEMES = /^(s3|https?):\/\//;

export const isBucket = (place: string): boolean => SCHEMES.test(place);

/** Where a bucket is: the address of its server with its name, and the folder inside it. */
interface Bucket {
  readonly endpoint: string;
  readonly region: string;
  readonly prefix: string;
}

/**
 * A store in a bucket of an S3-compatible server: `s3://bucket/folder` or `https://server/bucket/folder`. The key comes from
 * AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, the region from AWS_REGION, the server of `s3://` from AWS_ENDPOINT_URL.
 * @throws InputError for an address that is not one, or without a key; Failure without the package s3mini
 */
export async function s3Store(place: string, env: NodeJS.ProcessEnv = process.env): Promise<Store> {
  const { endpoint, region, prefix } = bucketOf(place, env);
  const accessKeyId = env['AWS_ACCESS_KEY_ID'] ?? '';
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'] ?? '';
  if (accessKeyId === '' || secretAccessKey === '') throw new InputError([said(runMessages.noStoreKey(place))]);
  const {
    s3mini: { S3mini },
  } = await optionalParts({ s3mini: () => import('s3mini') });
  const bucket = new S3mini({ accessKeyId, secretAccessKey, endpoint, region, requestAbortTimeout: 60_000 });
  const keysBelow = async (start: string): Promise<string[]> => {
    const keys: string[] = [];
    let token: string | undefined;
    do {
      const page = await bucket.listObjectsPaged('/', prefix + start, 1000, token);
      keys.push(...(page?.objects ?? []).map(({ Key }) => Key));
      token = page?.nextContinuationToken;
    } while (token !== undefined);
    return keys.sort();
  };
  return {
    place,
    folder: null,
    async get(key) {
      const content = await bucket.getObjectArrayBuffer(prefix + key);
      return content === null ? null : new Uint8Array(content);
    },
    async put(key, content) {
      await bucket.putObject(prefix + key, content, 'application/octet-stream');
    },
    list: async (start) => (await keysBelow(start)).map((key) => key.slice(prefix.length)),
    async remove(folder) {
      const keys = await keysBelow(`${folder}/`);
      if (keys.length > 0) await bucket.deleteObjects(keys);
    },
  };
}

function bucketOf(place: string, env: NodeJS.ProcessEnv): Bucket {
  const refuse = (): never => {
    throw new InputError([said(runMessages.notABucket(place))]);
  };
  if (!URL.canParse(place)) return refuse();
  const url = new URL(place);
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const steps = decodeURIComponent(url.pathname)
    .split('/')
    .filter((step) => step !== '');
  const server =
    url.protocol === 's3:' ? (env['AWS_ENDPOINT_URL'] ?? `https://s3.${region}.amazonaws.com`) : url.origin;
  const bucket = url.protocol === 's3:' ? url.hostname : steps.shift();
  if (bucket === undefined || bucket === '') return refuse();
  const prefix = steps.map((step) => `${step}/`).join('');
  return { endpoint: `${server.replace(/\/+$/, '')}/${bucket}`, region, prefix };
}
