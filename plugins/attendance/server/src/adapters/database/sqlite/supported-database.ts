import { RefusedStart } from '../refused-start';

/**
 * Refuses another database before Strapi has made a table for the plugin in it.
 * @throws for every client but SQLite
 */
export function refuseOtherDatabases(client: unknown): void {
  if (client === 'sqlite' || client === 'better-sqlite3') return;
  throw new RefusedStart(
    `attendance: this application keeps its data in ${String(client)}, and the plugin works with SQLite alone so far. Set ` +
      'DATABASE_CLIENT=sqlite (in config/database), or leave the plugin out with attendance: { enabled: false } in ' +
      'config/plugins. The database was not touched.',
  );
}
