import type { AuditRecord } from './audit';
import type { Steps } from '../steps';

/** For whoever notes what they do in the transaction that does it. */
export interface AuditRows {
  insert(record: AuditRecord, at: number): Steps<void>;
}
