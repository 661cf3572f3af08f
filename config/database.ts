import { mkdirSync } from 'node:fs';
import path from 'node:path';

interface Env {
  (name: string, fallback: string): string;
}

interface SqliteConnection {
  pragma(statement: string): unknown;
}

export default ({ env }: { env: Env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client !== 'sqlite') throw new Error(`DATABASE_CLIENT=${client} is not supported yet: use sqlite`);
  const filename = path.resolve(env('DATABASE_FILENAME', 'data/atende.db'));
  mkdirSync(path.dirname(filename), { recursive: true });
  return {
    connection: {
      client,
      connection: { filename },
      useNullAsDefault: true,
      pool: {
        afterCreate(connection: SqliteConnection, done: (error: null, connection: SqliteConnection) => void) {
          // Acknowledged means on disk: WAL, and a sync with every commit. The plugin verifies it at each start.
          connection.pragma('journal_mode = WAL');
          connection.pragma('synchronous = FULL');
          connection.pragma('busy_timeout = 500');
          connection.pragma('foreign_keys = ON');
          done(null, connection);
        },
      },
    },
  };
};
