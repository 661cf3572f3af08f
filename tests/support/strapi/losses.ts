import Database from 'better-sqlite3';

/** A message that was acknowledged to its sender as stored. */
export interface Acknowledged {
  readonly interactionId: number;
  readonly clientMessageId: string;
  readonly sequence: number;
}

/** Returns the faults of a database's contents, given the acknowledged messages; an empty list when there are none. */
export function findLosses(filename: string, acknowledged: readonly Acknowledged[]): string[] {
  const database = new Database(filename, { timeout: 5_000 });
  try {
    const stored = new Map<string, number>();
    const twice: string[] = [];
    const rows = database
      .prepare(`SELECT interaction_id, client_message_id, sequence FROM attendance_messages`)
      .iterate() as Iterable<{ interaction_id: number; client_message_id: string | null; sequence: number }>;
    for (const { client_message_id: id, interaction_id: interactionId, sequence } of rows) {
      if (id === null) continue;
      const key = `${interactionId}/${id}`;
      if (stored.has(key)) twice.push(`${key} is stored twice`);
      stored.set(key, sequence);
    }
    const lost = acknowledged.flatMap(({ clientMessageId, interactionId, sequence }) => {
      const key = `${interactionId}/${clientMessageId}`;
      return stored.get(key) === sequence
        ? []
        : [`${key} was acknowledged as ${sequence} and is stored as ${String(stored.get(key))}`];
    });
    return [...twice, ...lost, ...findGaps(database)];
  } finally {
    database.close();
  }
}

/** Returns the interactions whose sequences are not 1, 2, 3 up to the last one noted. */
export function findGaps(database: Database.Database): string[] {
  const rows = database
    .prepare(
      `SELECT i.id, i.last_sequence AS last, count(m.id) AS count, coalesce(max(m.sequence), 0) AS highest,
         count(DISTINCT m.sequence) AS different
       FROM attendance_interactions i LEFT JOIN attendance_messages m ON m.interaction_id = i.id
       GROUP BY i.id HAVING count <> last OR highest <> last OR different <> last`,
    )
    .all() as { id: number; last: number; count: number; highest: number }[];
  return rows.map(
    ({ count, highest, id, last }) =>
      `interaction ${id} holds ${count} messages up to ${highest}, and notes ${last}`,
  );
}
