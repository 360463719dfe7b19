import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** A server that answers on the loopback address alone. */
export interface Listening {
  readonly port: number;
  /** Address to open in a browser. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1, which no other machine reaches.
 * @param port 0 takes a free one
 * @throws the system's error when the port is taken
 */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port: taken }: AddressInfo) => {
      resolve({
        port: taken,
        address: `http://127.0.0.1:${taken}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', reject);
  });
}
