import type { BackendFactory } from 'bullmq';
import type { Client } from 'pg';
import { optionalParts } from '../optional-part.ts';
import type { PostgresEngine } from './engine.ts';
import { FIRST_ANSWER_MS, type Queues } from './queues.ts';

/** Connections for short questions that a queue, a worker or a listener holds at most, beside the one it listens on. */
const CONNECTIONS = 2;
/** Longest wait for the tables to be made, which waits in turn for others who make them. */
const LONGEST_ANSWER_MS = 60_000;

/** Queues in PostgreSQL. The tables are made in a schema of the namespace's name when they are not there. */
export async function postgresQueues(engine: PostgresEngine): Promise<Queues> {
  const {
    bullmq: library,
    pg: { Client },
  } = await optionalParts({ bullmq: () => import('bullmq'), pg: () => import('pg') });
  const { host, port, username, password, database, tls, namespace } = engine;
  const server = {
    host,
    port,
    database,
    ...(username === undefined ? {} : { user: username }),
    ...(password === undefined ? {} : { password }),
    ssl: tls,
    connectionTimeoutMillis: FIRST_ANSWER_MS,
  };
  const connection = { ...server, schema: namespace, max: CONNECTIONS, keepAlive: true };
  const backend: BackendFactory = (name, options, more) =>
    library.createPostgresBackend(name, { ...options, connection }, more);
  return {
    library,
    classes: library.withBackend(backend),
    // sessions are counted by database, not by schema: the name of the queue keeps namespaces apart
    queue: `${namespace}-replicates`,
    // the backend brings its own connection
    options: { connection: {}, prefix: namespace },
    async reach() {
      const client = new Client({ ...server, query_timeout: LONGEST_ANSWER_MS });
      // what breaks the connection is told by the question that gets no answer
      client.on('error', () => {});
      try {
        await client.connect();
        await makeTables(library, client, namespace);
      } finally {
        void client.end().catch(() => {});
      }
    },
  };
}

/** Makes the tables of the queue where they are missing or of an earlier version of the library. */
async function makeTables(library: Queues['library'], client: Client, schema: string): Promise<void> {
  const version = await library.assertSchemaCompatibility(client, schema).catch((error) => {
    if (error instanceof library.SchemaMigrationRequiredError) return 0;
    throw error;
  });
  if (version < library.LATEST_SCHEMA_VERSION) await library.runMigrations(client, schema);
}
