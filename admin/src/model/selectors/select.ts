import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import type { OfflineReason } from '../../../../plugins/attendance/protocol/schemas/statuses';
import { indicatorOf, type Indicator } from '../../../../plugins/attendance/protocol/rules/indicator';
import { keysOf } from '../../../../plugins/attendance/protocol/shared/keys-of';
import type { State } from '../state';

export interface InteractionGroup {
  readonly indicator: Indicator;
  readonly interactions: readonly AgentInteraction[];
}

/** Start of each indicator's state: the longest wait is first. The groups of the list are in this order. */
const sinceOf: Readonly<Record<Indicator, (interaction: AgentInteraction) => number>> = {
  new: ({ assignedAt }) => assignedAt,
  pending: ({ assignedAt, pendingSince }) => pendingSince ?? assignedAt,
  answered: ({ assignedAt, lastPreview }) => lastPreview?.sentAt ?? assignedAt,
  away: ({ assignedAt, awayUntil }) => awayUntil ?? assignedAt,
  'ended-by-visitor': ({ assignedAt, visitorEndedAt }) => visitorEndedAt ?? assignedAt,
};

/** Returns the moment from which a row counts its time. */
export function waitingSinceOf(interaction: AgentInteraction): number {
  return sinceOf[indicatorOf(interaction)](interaction);
}

/** Returns the agent's list in its groups, without the empty ones [A1, S]. */
export function groupInteractions(interactions: State['interactions']): readonly InteractionGroup[] {
  const all = [...interactions.values()];
  return keysOf(sinceOf)
    .map((indicator) => ({
      indicator,
      interactions: all
        .filter((interaction) => indicatorOf(interaction) === indicator)
        .sort((left, right) => sinceOf[indicator](left) - sinceOf[indicator](right) || left.id - right.id),
    }))
    .filter((group) => group.interactions.length > 0);
}

/** Returns all rows, top to bottom over all groups: the order of the arrow keys and of Alt+J and Alt+K. */
export function listedInteractions(interactions: State['interactions']): readonly AgentInteraction[] {
  return groupInteractions(interactions).flatMap((group) => group.interactions);
}

/**
 * Everything that rings or chimes for the agent: new interactions, and calls that visitors ask for in a chat; an agent who is
 * away is not rung [S7].
 */
export interface Summons {
  readonly fresh: readonly AgentInteraction[];
  readonly raised: readonly AgentInteraction[];
  /** Sound to play: a call must not be taken for a chat. */
  readonly sound: 'call' | 'chat' | null;
}

/** As what an interaction of each indicator calls for its agent, if it does. */
const summonsOf: Readonly<Record<Indicator, (interaction: AgentInteraction) => 'fresh' | 'raised' | null>> = {
  new: () => 'fresh',
  pending: (interaction) => (isRungByVisitor(interaction) ? 'raised' : null),
  answered: () => null,
  away: () => null,
  'ended-by-visitor': () => null,
};

export function callingInteractions(interactions: State['interactions']): Summons {
  const all = [...interactions.values()];
  const summoning = (as: 'fresh' | 'raised') =>
    all.filter((interaction) => summonsOf[indicatorOf(interaction)](interaction) === as);
  const fresh = summoning('fresh');
  const raised = summoning('raised');
  const ringing = [...fresh, ...raised].filter(({ awayUntil }) => awayUntil === null);
  if (ringing.length === 0) return { fresh, raised, sound: null };
  const isCall = ringing.some((each) => each.channel !== 'chat' || isRungByVisitor(each));
  return { fresh, raised, sound: isCall ? 'call' : 'chat' };
}

export function isRungByVisitor({ call }: Pick<AgentInteraction, 'call'>): boolean {
  return call?.state === 'ringing' && call.by === 'visitor';
}

/** State of the capacity meter [R2, R3, R4]. */
export interface CapacityView {
  readonly chats: number;
  readonly capacity: number;
  readonly isInCall: boolean;
  readonly isOnline: boolean;
  /** Reason why the service set the agent Offline, if it did [R10, R14]. */
  readonly offlineReason: OfflineReason | null;
  /** Whether a waiting call reserves this agent [R8]. */
  readonly isReserved: boolean;
}

export function capacityOf({ interactions, self }: State): CapacityView {
  const held = [...interactions.values()];
  return {
    chats: held.filter(({ channel }) => channel === 'chat').length,
    capacity: self?.capacity ?? 0,
    isInCall: held.some(({ channel }) => channel !== 'chat'),
    isOnline: self?.presence === 'online',
    offlineReason: self?.offlineReason ?? null,
    isReserved: self?.isReserved ?? false,
  };
}

export function selectedInteraction({ interactions, selectedId }: State): AgentInteraction | null {
  return selectedId === null ? null : (interactions.get(selectedId) ?? null);
}
