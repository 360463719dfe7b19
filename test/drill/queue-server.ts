import { type AddressInfo, connect, createServer } from 'node:net';

/** A server of our own that keeps the queue of a cluster, on a free port of this machine. */
export interface QueueServer {
  /** Its address, for --engine. */
  readonly engine: string;
  /** Kills it without giving it time to put anything away. */
  kill(): Promise<void>;
  /** Starts it anew at the same address. */
  start(): Promise<void>;
  /** Kills it and removes its folder. */
  end(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Whether something listens on a port. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
