import type { SqlReader } from '../../adapters/database/sql';
import { tokenSource } from '../../adapters/visitors/token-source';
import { createVisitorReader } from '../../adapters/visitors/visitor-reader';
import type { Database } from '../../application/database/tx';
import type { VisitorStore } from '../../application/visitors/ports';
import { createVisitorStore } from '../../application/visitors/visitor-store';

/** The visitors on whatever database this is. */
export function openVisitors(reader: SqlReader, database: Database): VisitorStore {
  return createVisitorStore(database, createVisitorReader(reader), tokenSource);
}
