import type { AgentRows } from '../agents/rows';
import type { DepartmentId } from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';

export interface DepartmentRow {
  readonly id: DepartmentId;
  readonly version: number;
  readonly key: string;
  readonly name: string;
  /** Number of interactions waiting for it. */
  readonly waitingCount: number;
}

export interface DepartmentRows {
  /** Returns the name of a department that is about to be given an interaction: it stays until the transaction ends. Null where there is none. */
  lockName(id: DepartmentId): Steps<string | null>;
  /** Reads a department that is about to be written; null where there is none. */
  lock(id: DepartmentId): Steps<DepartmentRow | null>;
  /** The department that has this key. */
  withKey(key: string): Steps<DepartmentId | null>;
  insert(department: { readonly key: string; readonly name: string }): Steps<DepartmentId>;
  update(id: DepartmentId, change: Pick<DepartmentRow, 'key' | 'name' | 'version'>): Steps<void>;
  /** Raises the version. */
  touch(id: DepartmentId): Steps<void>;
  /** Deletes it; sites lose it, and so do interactions that are attended now: those would come back to a queue that nobody serves. */
  delete(id: DepartmentId): Steps<void>;
}

/** Rows of a transaction that changes departments and who is in them. */
export interface DepartmentTx {
  readonly agents: AgentRows;
  readonly departments: DepartmentRows;
}
