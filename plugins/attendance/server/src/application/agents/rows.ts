import type { Channel } from '../../../../protocol/shared/choices';
import type { OfflineReason } from '../../../../protocol/schemas/statuses';
import type { Presence } from '../../../../protocol/schemas/scalars';
import type { AgentId, DepartmentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { AgentUpdate } from '../../../../protocol/settings/rest';
import type { Steps } from '../steps';
import type { PresenceRows } from './presence-rows';

/** An agent, joined with the general settings: those have the default capacity, the ring time and the limit of missed ones. */
export interface AgentRow {
  readonly id: AgentId;
  readonly publicName: string;
  readonly presence: Presence;
  /** Time since which they have no connection; null while they have one. */
  readonly lostAt: number | null;
  readonly channels: readonly Channel[];
  readonly departmentIds: readonly DepartmentId[];
  readonly reservedFor: InteractionId | null;
  readonly capacity: number;
  readonly missedInARow: number;
  /** Missed interactions in a row that are too many; 0 allows any number. */
  readonly missedMax: number;
  /** Time that an assignment rings, in ms; 0 for ever. */
  readonly ringMs: number;
}

/** Columns to write; those left out stay as they are. */
export interface AgentChange {
  readonly presence?: Presence;
  readonly offlineReason?: OfflineReason | null;
  readonly offlineNote?: string | null;
  readonly reservedFor?: InteractionId | null;
  readonly missedInARow?: number;
  readonly lastAssignedAt?: number;
  readonly lostAt?: number | null;
}

/** An agent who is made for an admin user. */
export interface NewAgent {
  readonly userId: number;
  readonly publicName: string;
  readonly presence: Presence;
  readonly channels: readonly Channel[];
  readonly departmentIds: readonly DepartmentId[];
  /** Expected, and not connected yet [Z141]. */
  readonly isNeverHere: boolean;
}

export interface AgentRows {
  /** Reads an agent whose slots are about to be counted: nobody else counts or takes them until the transaction ends [R6]. */
  lock(id: AgentId): Steps<AgentRow | null>;
  all(): Steps<AgentRow[]>;
  /** Reads all of them, by id, for a write: they stay as they are until the transaction ends. */
  lockAll(): Steps<AgentRow[]>;
  update(id: AgentId, change: AgentChange): Steps<void>;
  /** Gives the agent whom an import left without login, and whose address this admin user has, to that user, who is no agent yet. */
  adopt(userId: number): Steps<void>;
  /** Inserts an agent, unless the admin user is one already. */
  insert(agent: NewAgent): Steps<void>;
  /** Notes that the agent of this admin user, who was expected, is here. */
  setHere(userId: number): Steps<void>;
  /** Writes what an admin edits, and raises the version, unless that is another by now; returns whether it did. */
  edit(id: AgentId, update: AgentUpdate): Steps<boolean>;
  /** Writes since when no connection is there of those whose was there until now. */
  markAllLost(lostAt: number): Steps<void>;
  /** Writes of which departments they are, and raises the version that admins edit them by. */
  setDepartments(id: AgentId, departmentIds: readonly DepartmentId[]): Steps<void>;
}

/** Rows of a transaction that changes agents. */
export interface AgentTx {
  readonly agents: AgentRows;
  readonly presence: PresenceRows;
}
