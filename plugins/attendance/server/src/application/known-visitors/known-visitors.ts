import type { AgentId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type {
  ComparedVisitor,
  Duplicate,
  KnownVisitor,
  MergeChoices,
} from '../../../../protocol/visitors/known-visitors';
import { LIMITS } from '../../../../protocol/shared/limits';
import { beginningsOf } from '../../domain/visitors/visitor-terms';
import { keptOf } from '../../domain/visitors/visitor-merge';
import type { AuditActor } from '../audit/audit';
import type { Blocks } from '../blocks/blocks';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { Outcome } from '../outcome';
import type { StoredAgent } from '../agents/ports';
import type { StoredInteraction } from '../interactions/stored-interaction';

export interface VisitorSearch {
  /** Prefixes for each word of the search, of which one must match. */
  readonly beginnings: readonly (readonly string[])[];
  /** Agent to whose visitors the search is limited; null for all visitors. */
  readonly attendedBy: AgentId | null;
  readonly from: number;
}

export interface FoundVisitors {
  readonly visitors: KnownVisitor[];
  readonly hasMore: boolean;
  readonly isCut: boolean;
}

export interface Comparison {
  readonly visitors: readonly [ComparedStored, ComparedStored];
  readonly areBothLive: boolean;
}

/** Blocks are known elsewhere. */
export type ComparedStored = Omit<ComparedVisitor, 'isBlocked'>;

export interface MergeRequest {
  readonly keptId: VisitorId;
  readonly goneId: VisitorId;
  readonly choices: MergeChoices;
  readonly by: AuditActor;
}

/** Reads known visitors outside a transaction. */
export interface KnownVisitorReader {
  /** Finds visitors, newest contact first. */
  find(search: VisitorSearch): Promise<FoundVisitors>;
  /** Others who share a term with this one, by newest contact. */
  duplicates(id: VisitorId, limit: number): Promise<Duplicate[]>;
  /** Resolves to both visitors, and the sites on which each has a live interaction; null unless both exist. */
  compare(
    one: VisitorId,
    other: VisitorId,
  ): Promise<{
    readonly visitors: Comparison['visitors'];
    readonly liveSites: readonly [readonly SiteId[], readonly SiteId[]];
  } | null>;
  /** Resolves to whether the agent ever opened an interaction of theirs. */
  hasAttended(agentId: AgentId, id: VisitorId): Promise<boolean>;
}

/** Visitors as they are found again, and how two become one [A4]. */
export interface KnownVisitorStore extends Omit<KnownVisitorReader, 'compare'> {
  /** Null unless both exist. */
  compare(one: VisitorId, other: VisitorId): Promise<Comparison | null>;
  /**
   * Merges two visitors in one transaction: everything moves from one to the other, who keeps the chosen values, and the audit log records it.
   * Refused with `conflict` while both have a live interaction on one site, or where values differ and none was chosen.
   */
  merge(request: MergeRequest, now: number): Promise<Outcome<object>>;
}

/** Notifies everybody concerned by a merge, after its COMMIT. */
export interface MergePublisher {
  /** Every open widget of either is the kept one's from now on. */
  visitors(goneId: VisitorId, keptId: VisitorId): Promise<void>;
  /** The screens of whoever attends them. */
  agent(stored: StoredInteraction): void;
  queueChanged(): void;
}

export interface KnownVisitorPorts {
  readonly clock: Clock;
  readonly store: KnownVisitorStore;
  readonly interactions: Pick<InteractionStore, 'openOf'>;
  readonly blocks: Pick<Blocks, 'merged' | 'ofVisitor'>;
  readonly publisher: MergePublisher;
}

export interface Searcher {
  readonly agent: StoredAgent;
  readonly isSupervisor: boolean;
}

export interface KnownVisitors {
  find(text: string, from: number, searcher: Searcher): Promise<FoundVisitors>;
  duplicates(id: VisitorId): Promise<Duplicate[]>;
  /** Compares the visitor whom the asker attends with another; `not_found` for one whom they may not see. */
  compare(
    id: VisitorId,
    otherId: VisitorId,
    searcher: Searcher,
  ): Promise<Outcome<{ visitor: ComparedVisitor; other: ComparedVisitor; areBothLive: boolean }>>;
  merge(
    id: VisitorId,
    otherId: VisitorId,
    choices: MergeChoices,
    searcher: Searcher,
  ): Promise<Outcome<{ readonly keptId: VisitorId }>>;
}

const NOTHING: FoundVisitors = { visitors: [], hasMore: false, isCut: false };

export function createKnownVisitors(ports: KnownVisitorPorts): KnownVisitors {
  const { blocks, clock, store } = ports;
  /** [Z71] Whom they attended, all for a supervisor, and whoever shares a value with whom they attend. */
  const mayKnow = async (
    id: VisitorId,
    otherId: VisitorId,
    { agent, isSupervisor }: Searcher,
  ): Promise<boolean> => {
    if (id === otherId) return false;
    if (isSupervisor || (await store.hasAttended(agent.id, otherId))) return true;
    const duplicates = await store.duplicates(id, LIMITS.foundMax);
    return duplicates.some(({ visitor }) => visitor.id === otherId);
  };
  const toCompared = (visitor: ComparedStored): ComparedVisitor => ({
    ...visitor,
    isBlocked: blocks.ofVisitor(visitor.id) !== null,
  });
  return {
    find: async (text, from, { agent, isSupervisor }) => {
      const beginnings = beginningsOf(text);
      if (beginnings === null) return NOTHING;
      return store.find({ beginnings, attendedBy: isSupervisor ? null : agent.id, from });
    },
    duplicates: (id) => store.duplicates(id, LIMITS.duplicatesMax),
    compare: async (id, otherId, searcher) => {
      const found = (await mayKnow(id, otherId, searcher)) ? await store.compare(id, otherId) : null;
      if (found === null) return { ok: false, code: 'not_found' };
      const [visitor, other] = found.visitors;
      return {
        ok: true,
        data: { visitor: toCompared(visitor), other: toCompared(other), areBothLive: found.areBothLive },
      };
    },
    merge: async (id, otherId, choices, searcher) => {
      if (!(await mayKnow(id, otherId, searcher))) return { ok: false, code: 'not_found' };
      const [keptId, goneId] = keptOf(id, otherId);
      const { publicName: userName, userId } = searcher.agent;
      const by = { userId, userName };
      const outcome = await store.merge({ keptId, goneId, choices, by }, clock.now());
      if (!outcome.ok) return outcome;
      await announce(ports, goneId, keptId);
      return { ok: true, data: { keptId } };
    },
  };
}

async function announce(
  { blocks, interactions, publisher }: KnownVisitorPorts,
  goneId: VisitorId,
  keptId: VisitorId,
): Promise<void> {
  await publisher.visitors(goneId, keptId);
  await blocks.merged(goneId, keptId);
  for (const stored of await interactions.openOf(keptId)) {
    if (stored.interaction.status === 'waiting') publisher.queueChanged();
    else publisher.agent(stored);
  }
}
