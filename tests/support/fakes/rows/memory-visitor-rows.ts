import type { BlockId, VisitorId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { BlockRows } from '../../../../plugins/attendance/server/src/application/blocks/rows';
import type {
  VisitorRow,
  VisitorRows,
} from '../../../../plugins/attendance/server/src/application/visitors/rows';
import { isLive } from '../../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import { nextId, type InteractionRecord, type MemoryDatabase, type VisitorRecord } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns visitors as rows in memory. */
export function visitorRows(database: MemoryDatabase): VisitorRows {
  const { fieldValues, visitors } = database;
  const toRow = ({ mergedInto: _, termsVersion: __, ...record }: VisitorRecord): VisitorRow => ({
    ...record,
    fieldValues: fieldValues.get(`visitor ${record.id}`) ?? {},
  });
  return {
    *current(id) {
      const visitor = visitors.get(id);
      return visitor === undefined ? null : (visitor.mergedInto ?? id);
    },
    *lock(id) {
      const record = visitors.get(id);
      return record?.mergedInto === null ? toRow(record) : null;
    },
    *lockByStartKey(siteId, hash) {
      const record = [...visitors.values()].find(
        (one) => one.siteId === siteId && one.startKey?.hash === hash,
      );
      return record === undefined ? null : toRow(record);
    },
    *insert(visitor) {
      const id = nextId(visitors);
      visitors.set(id, { ...visitor, id, lastAgentId: null, mergedInto: null, termsVersion: null });
      return id;
    },
    *update(id, { fieldValues: values, ...change }) {
      const record = visitors.get(id);
      if (record !== undefined) Object.assign(record, change);
      if (values !== undefined) fieldValues.set(`visitor ${id}`, values ?? {});
    },
    *withTermsBefore(version, limit) {
      return [...visitors.values()]
        .filter(({ mergedInto, termsVersion }) => mergedInto === null && (termsVersion ?? 0) < version)
        .slice(0, limit)
        .map(({ id }) => id);
    },
    *liveSites(id) {
      return interactionsOf(database, id).flatMap(({ interaction }) =>
        isLive(interaction) ? [interaction.siteId] : [],
      );
    },
    *lastAssignedTo(id) {
      const [last] = interactionsOf(database, id)
        .flatMap(({ assignedAt, interaction }) =>
          'agentId' in interaction && interaction.agentId !== null
            ? [{ agentId: interaction.agentId, assignedAt: assignedAt ?? 0 }]
            : [],
        )
        .sort((one, other) => other.assignedAt - one.assignedAt);
      return last?.agentId ?? null;
    },
    *moveRows(from, to) {
      for (const record of interactionsOf(database, from)) {
        record.interaction = { ...record.interaction, visitorId: to };
        record.revision += 1;
      }
      for (const record of database.attachments.values())
        if (record.stored.side === 'visitor' && record.stored.personId === from)
          record.stored = { ...record.stored, personId: to };
      for (const token of database.tokens) if (token.visitorId === from) token.visitorId = to;
      for (const block of database.blocks) if (block.visitorId === from) block.visitorId = to;
      for (const record of visitors.values()) if (record.mergedInto === from) record.mergedInto = to;
    },
  };
}

function interactionsOf({ interactions }: MemoryDatabase, id: VisitorId): InteractionRecord[] {
  return [...interactions.values()].filter(({ interaction }) => interaction.visitorId === id);
}

/** Returns blocks as rows in memory; one that ended is not kept. */
export function blockRows({ blocks, sites, visitors }: MemoryDatabase): BlockRows {
  return {
    *insert(block) {
      const id = ((blocks.at(-1)?.id ?? 0) + 1) as BlockId;
      const siteName = sites.get(block.siteId) ?? '';
      blocks.push({ ...block, id, siteName, visitorName: visitors.get(block.visitorId)?.name ?? '' });
      return id;
    },
    *get(id) {
      const block = blocks.find((one) => one.id === id);
      if (block === undefined) throw new Error(`there is no block ${id}`);
      return block;
    },
    *end(id) {
      const index = blocks.findIndex((one) => one.id === id);
      if (index >= 0) blocks.splice(index, 1);
    },
  };
}
