import type {
  AuditAction,
  AuditChange,
  AuditNoun,
  AuditPage,
  AuditQuery,
} from '../../../../protocol/settings/audit';
import type { Clock } from '../clock';

/** Admin user of Strapi's who made the change, by the name they had then. */
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

/** Audit log of changes and their authors: written once, read by admins. Entries are not edited, and only retention deletes them. */
export interface AuditLog {
  /** Records a change; call it after the change was stored. */
  record(record: AuditRecord): Promise<void>;
  list(query: AuditQuery): Promise<AuditPage>;
}

/** Stored state of the thing that a change concerns, as an admin sees it; null where there is no such thing. */
export interface AuditSnapshot {
  readonly subject: string;
  readonly values: unknown;
}

/**
 * Readers of each kind of thing before and after a change; an action that concerns a part of it has an entry of its own. `id` is that of the path;
 * null for a singleton.
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
