import type {
  AuditAction,
  AuditChange,
  AuditNoun,
  AuditPage,
  AuditQuery,
} from '../../../../protocol/settings/audit';
import type { Clock } from '../clock';

/** Who did it: an admin user of Strapi's, by the name they had then. */
export interface AuditActor {
  readonly userId: number | null;
  readonly userName: string;
}

export interface AuditRecord {
  /** Null where the service did it by itself. */
  readonly by: AuditActor | null;
  readonly action: AuditAction;
  /** Name of what was changed; never text by a visitor beyond their name. */
  readonly subject: string;
  /** Never a secret: `changesBetween` masks them. */
  readonly changes: readonly AuditChange[];
}

export interface AuditStore {
  add(record: AuditRecord, at: number): Promise<void>;
  /** Newest first. */
  list(query: AuditQuery): Promise<AuditPage>;
}

/** What was done, and by whom: written once, read by admins. Nothing edits or deletes it but its retention. */
export interface AuditLog {
  /** To be called after the change was stored. */
  record(record: AuditRecord): Promise<void>;
  list(query: AuditQuery): Promise<AuditPage>;
}

/** What is stored now of the thing that a change concerns, as an admin sees it; null where there is no such thing. */
export interface AuditSnapshot {
  readonly subject: string;
  readonly values: unknown;
}

/**
 * How each kind of thing is read before and after a change; an action that concerns a part of it has an entry of its own.
 * `id` is that of the path; null for what there is one of.
 */
export type AuditSnapshots = Readonly<
  Partial<Record<AuditNoun | AuditAction, (id: number | null) => Promise<AuditSnapshot | null>>>
>;

export function createAuditLog(store: AuditStore, clock: Clock): AuditLog {
  return {
    record: (record) => store.add(record, clock.now()),
    list: store.list,
  };
}
