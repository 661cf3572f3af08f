import type { FieldValues } from '../../../plugins/attendance/protocol/interactions/people';
import type { AgentId, SiteId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Duplicate, KnownVisitor } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { SharedField } from '../../../plugins/attendance/protocol/shared/visitor-keys';
import type {
  KnownVisitorReader,
  KnownVisitorStore,
} from '../../../plugins/attendance/server/src/application/known-visitors/known-visitors';
import { createKnownVisitorStore } from '../../../plugins/attendance/server/src/application/known-visitors/known-visitor-store';
import { isLive } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import type { Term } from '../../../plugins/attendance/server/src/domain/visitors/visitor-terms';
import type { InteractionRecord, MemoryDatabase, VisitorRecord } from './memory-database';
import { memoryTransactions } from './rows/memory-tx';

/** Returns the real store for finding and merging visitors, on rows in memory. */
export function createMemoryKnownVisitorStore(database: MemoryDatabase): KnownVisitorStore {
  return createKnownVisitorStore(memoryTransactions(database), createMemoryKnownVisitorReader(database));
}

function createMemoryKnownVisitorReader(database: MemoryDatabase): KnownVisitorReader {
  const all = (): VisitorRecord[] =>
    [...database.visitors.values()].filter(({ mergedInto }) => mergedInto === null);
  const find = (id: VisitorId): VisitorRecord | undefined => all().find((visitor) => visitor.id === id);
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
        all()
          .filter(({ id }) => beginnings.every((word) => begins(database, id, word)))
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
      const others = all().filter((visitor) => visitor.id !== id);
      const sharing = new Map(others.map((other) => [other.id, sharesOf(database, id, other.id)]));
      return newestFirst(others.map((other) => toKnown(database, other)))
        .flatMap((visitor): Duplicate[] => {
          const shares = sharing.get(visitor.id) ?? [];
          return shares.length === 0 ? [] : [{ visitor, shares }];
        })
        .slice(0, limit);
    },
    compare: async (one, other) => {
      const [visitor, beside] = [find(one), find(other)];
      if (visitor === undefined || beside === undefined) return null;
      return {
        visitors: [
          { ...toKnown(database, visitor), fieldValues: valuesOf(database, one) },
          { ...toKnown(database, beside), fieldValues: valuesOf(database, other) },
        ],
        liveSites: [liveSites(database, one), liveSites(database, other)],
      };
    },
    hasAttended: async (agentId, id) => hasAttended(agentId, id),
  };
}

function termsOf({ terms }: MemoryDatabase, id: VisitorId): readonly Term[] {
  return terms.get(id) ?? [];
}

function begins(database: MemoryDatabase, id: VisitorId, word: readonly string[]): boolean {
  return termsOf(database, id).some(({ term }) => word.some((beginning) => term.startsWith(beginning)));
}

function sharesOf(database: MemoryDatabase, own: VisitorId, other: VisitorId): SharedField[] {
  const theirs = termsOf(database, other);
  return termsOf(database, own)
    .flatMap(({ kind, term }) =>
      kind !== 'word' && theirs.some((one) => one.kind === kind && one.term === term) ? [kind] : [],
    )
    .sort();
}

function valuesOf({ fieldValues }: MemoryDatabase, id: VisitorId): FieldValues {
  return fieldValues.get(`visitor ${id}`) ?? {};
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

function liveSites(database: MemoryDatabase, id: VisitorId): SiteId[] {
  return interactionsOf(database, id).flatMap(({ interaction }) =>
    isLive(interaction) ? [interaction.siteId] : [],
  );
}
