import type { Picture } from '../../../../protocol/settings/appearance';
import type { Channel } from '../../../../protocol/shared/choices';
import type { AgentId, DepartmentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { AgentUpdate } from '../../../../protocol/settings/rest';
import type { Presence } from '../../../../protocol/schemas/scalars';
import type { PresenceEndReason } from '../../../../protocol/reports/report-choices';
import type { OfflineReason } from '../../../../protocol/schemas/statuses';
import type { RoutingAgent } from '../../domain/routing/routing';
import type { Outcome } from '../outcome';

/** An agent with the capacity that holds for them: their own, or the default of all [R2]. */
export interface StoredAgent {
  readonly id: AgentId;
  /** Id of their login; null for an agent whom an import brought without a login in this Strapi. */
  readonly userId: number | null;
  readonly publicName: string;
  readonly presence: Presence;
  readonly capacity: number;
  readonly channels: readonly Channel[];
  readonly departmentIds: readonly DepartmentId[];
  /** Why the service set them Offline, if it did. */
  readonly offlineReason: OfflineReason | null;
  /** Words of the supervisor who set them Offline; null where none did. */
  readonly offlineNote: string | null;
  /** The call that keeps this agent for itself [R8]. */
  readonly reservedFor: InteractionId | null;
}

/** An agent without any connection, since `lostAt` [R14]. */
export interface LostAgent {
  readonly id: AgentId;
  readonly publicName: string;
  readonly lostAt: number;
}

/** An admin user who may attend. */
export interface AttendingUser {
  readonly userId: number;
  readonly name: string;
}

/** An agent as an admin edits them. */
export interface AgentProfile extends StoredAgent {
  readonly version: number;
  readonly email: string;
  readonly photo: Picture | null;
  /** Capacity of their own; null takes the default of all. */
  readonly ownCapacity: number | null;
  /** Number of interactions that they hold. */
  readonly openInteractions: number;
  /** True when their admin user does not exist any more, or is not active. */
  readonly isUserGone: boolean;
  /** True when they are expected, and have not connected yet [Z141]. */
  readonly isNeverHere: boolean;
}

/** Reads agents outside a transaction. */
export interface AgentReader {
  find(id: AgentId): Promise<StoredAgent | null>;
  /** Finds an agent by login; null for a user who has never connected as one. */
  findByUser(userId: number): Promise<StoredAgent | null>;
  profiles(): Promise<AgentProfile[]>;
  /** Addresses of all photos. */
  photos(): Promise<string[]>;
  /** Lists agents without connection who are Online, or still hold something. */
  lost(): Promise<LostAgent[]>;
  /** Lists agents who are Offline and still hold something. */
  offlineHolders(): Promise<AgentId[]>;
  /** Resolves to whether anybody is Online who is connected, or was after `lostSince`. */
  isAnybodyAttending(lostSince: number): Promise<boolean>;
  /** Everybody Online, with what they hold; `isConnected` is the caller's knowledge. */
  routingAgents(isConnected: (id: AgentId) => boolean): Promise<RoutingAgent[]>;
}

/** The agents: what is read of them, and what changes them, each in one transaction. */
export interface AgentStore extends AgentReader {
  /** The agent behind an admin user who connects, made on the first call. */
  ensure(userId: number, publicName: string): Promise<StoredAgent>;
  /** Makes one for each of these who has none, so that an admin can set them before they first connect [Z141]. */
  expect(users: readonly AttendingUser[]): Promise<void>;
  /** Updates an agent. Refused with `conflict` when somebody else changed them since `version` was read. */
  update(id: AgentId, update: AgentUpdate): Promise<Outcome<AgentProfile>>;
  /** Sets an agent Online or Offline, and logs it. `reason` is why they go Offline; absent, it is their own choice. */
  setPresence(id: AgentId, presence: Presence, reason?: PresenceEndReason): Promise<void>;
  /** The last connection was lost, or one is there again. */
  setLost(id: AgentId, lostAt: number | null): Promise<void>;
  /** Marks every agent as not connected, after a start of the service. */
  markAllLost(now: number): Promise<void>;
  /** Resets the count of missed interactions in a row; called when one was opened. */
  clearMissed(id: AgentId): Promise<void>;
  /** True when the agent was Online and unreserved and is now kept for this call [R8]. */
  reserve(id: AgentId, interactionId: InteractionId): Promise<boolean>;
  lapse(id: AgentId): Promise<void>;
}
