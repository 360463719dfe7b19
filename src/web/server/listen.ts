import type { Server } from 'node:http';
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

const MOST_CONNECTIONS = 100;

/** A request that is sent in drips is given up: milliseconds for its head, for all of it, and between two looks. */
const serverOptions = {
  headersTimeout: 5000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
};

/**
 * Listens on 127.0.0.1, which no other machine reaches.
 * @param port 0 takes a free one
 * @throws the system's error when the port is taken
 */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: '127.0.0.1', port, serverOptions },
      ({ port: taken }: AddressInfo) => {
        resolve({
          port: taken,
          address: `http://127.0.0.1:${taken}/`,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    // one page and its streams take a dozen
    (server as Server).maxConnections = MOST_CONNECTIONS;
    server.on('error', reject);
  });
}
