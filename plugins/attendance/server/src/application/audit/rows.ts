import type { AuditRecord } from './audit';
import type { Steps } from '../steps';

/** Audit rows, for use cases that record a change in the transaction that makes it. */
export interface AuditRows {
  insert(record: AuditRecord, at: number): Steps<void>;
}
