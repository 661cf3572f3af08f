import { FIELD_TARGETS } from '../../plugins/attendance/protocol/form';
import type { AgentId, VisitorId } from '../../plugins/attendance/protocol/ids';
import type { Duplicate, KnownVisitor } from '../../plugins/attendance/protocol/known-visitors';
import { LIMITS } from '../../plugins/attendance/protocol/limits';
import type { SharedField } from '../../plugins/attendance/protocol/visitor-keys';
import type {
  KnownVisitorStore,
  MergeRequest,
} from '../../plugins/attendance/server/src/application/known-visitors';
import type { Outcome } from '../../plugins/attendance/server/src/application/ports';
import { isLive } from '../../plugins/attendance/server/src/domain/interaction';
import { unite } from '../../plugins/attendance/server/src/domain/visitor-merge';
import { termsOf } from '../../plugins/attendance/server/src/domain/visitor-terms';
import type { InteractionRecord, MemoryDatabase, VisitorRecord } from './memory-database';

/** The promises of finding and merging kept in memory; fields of one's own, blocks and the record are not kept there. */
export function createMemoryKnownVisitorStore(database: MemoryDatabase): KnownVisitorStore {
  const { visitors } = database;
  const hasAttended = (agentId: AgentId, id: VisitorId): boolean =>
    database.assignments.some(
      (one) =>
        one.agentId === agentId &&
        one.openedAt !== null &&
        database.interactions.get(one.interactionId)?.interaction.visitorId === id,
    );
  return {
    find: async ({ attendedBy, beginnings, from }) => {
      const found = newestFirst(
        [...visitors.values()]
          .filter((visitor) => beginnings.every((word) => begins(visitor, word)))
          .filter(({ id }) => attendedBy === null || hasAttended(attendedBy, id))
          .map((visitor) => toKnown(database, visitor)),
      );
      return {
        visitors: found.slice(from, from + LIMITS.foundPage),
        hasMore: found.length > from + LIMITS.foundPage,
        isCut: false,
      };
    },
    duplicates: async (id, limit) => {
      const own = visitors.get(id);
      if (own === undefined) return [];
      const others = [...visitors.values()].filter((visitor) => visitor.id !== id);
      const sharing = new Map(others.map((other) => [other.id, sharesOf(own, other)]));
      return newestFirst(others.map((other) => toKnown(database, other)))
        .flatMap((visitor): Duplicate[] => {
          const shares = sharing.get(visitor.id) ?? [];
          return shares.length === 0 ? [] : [{ visitor, shares }];
        })
        .slice(0, limit);
    },
    compare: async (one, other) => {
      const [visitor, beside] = [visitors.get(one), visitors.get(other)];
      if (visitor === undefined || beside === undefined) return null;
      return {
        visitors: [
          { ...toKnown(database, visitor), fieldValues: {} },
          { ...toKnown(database, beside), fieldValues: {} },
        ],
        areBothLive: areBothLive(database, one, other),
      };
    },
    hasAttended: async (agentId, id) => hasAttended(agentId, id),
    merge: async (request) => merge(database, request),
  };
}

function begins(visitor: VisitorRecord, word: readonly string[]): boolean {
  return termsOf(visitor).some(({ term }) => word.some((beginning) => term.startsWith(beginning)));
}

function sharesOf(own: VisitorRecord, other: VisitorRecord): SharedField[] {
  const theirs = termsOf(other);
  return termsOf(own)
    .flatMap(({ kind, term }) =>
      kind !== 'word' && theirs.some((one) => one.kind === kind && one.term === term) ? [kind] : [],
    )
    .sort();
}

function interactionsOf({ interactions }: MemoryDatabase, id: VisitorId): InteractionRecord[] {
  return [...interactions.values()].filter(({ interaction }) => interaction.visitorId === id);
}

function toKnown(database: MemoryDatabase, visitor: VisitorRecord): KnownVisitor {
  const times = interactionsOf(database, visitor.id).map(({ interaction }) => interaction.waitingSince);
  const { document, email, id, name, phone, siteId } = visitor;
  return {
    id,
    name,
    email,
    phone,
    document,
    siteName: database.sites.get(siteId) ?? '',
    interactionCount: times.length,
    lastContactAt: times.length === 0 ? null : Math.max(...times),
  };
}

function newestFirst(visitors: readonly KnownVisitor[]): KnownVisitor[] {
  return visitors.toSorted(
    (one, other) => (other.lastContactAt ?? 0) - (one.lastContactAt ?? 0) || other.id - one.id,
  );
}

function areBothLive(database: MemoryDatabase, one: VisitorId, other: VisitorId): boolean {
  const sites = [one, other].flatMap((id) =>
    interactionsOf(database, id).flatMap(({ interaction }) =>
      isLive(interaction) ? [interaction.siteId] : [],
    ),
  );
  return new Set(sites).size < sites.length;
}

function merge(database: MemoryDatabase, { choices, goneId, keptId }: MergeRequest): Outcome<object> {
  const { visitors } = database;
  const [kept, gone] = [visitors.get(keptId), visitors.get(goneId)];
  if (kept === undefined || gone === undefined || keptId === goneId) return { ok: false, code: 'not_found' };
  const united = unite({ ...kept, fieldValues: {} }, { ...gone, fieldValues: {} }, choices);
  if (united === null || areBothLive(database, keptId, goneId)) return { ok: false, code: 'conflict' };
  for (const record of interactionsOf(database, goneId)) {
    record.interaction = { ...record.interaction, visitorId: keptId };
    record.revision += 1;
  }
  for (const token of database.tokens) if (token.visitorId === goneId) token.visitorId = keptId;
  if (gone.startKey !== null && gone.siteId === kept.siteId && gone.startKey.at > (kept.startKey?.at ?? -1))
    kept.startKey = gone.startKey;
  for (const field of FIELD_TARGETS) kept[field] = united.fields[field];
  for (const [before, after] of database.merged) if (after === goneId) database.merged.set(before, keptId);
  database.merged.set(goneId, keptId);
  visitors.delete(goneId);
  return { ok: true, data: {} };
}
