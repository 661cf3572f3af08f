import type { Knex } from 'knex';

import type { AgentId, InteractionId, SiteId } from '../../../plugins/attendance/protocol/schemas/ids';
import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import type {
  PastReports,
  UnreadReports,
} from '../../../plugins/attendance/server/src/application/reports/fill-past';
import type {
  ReportAssignment,
  ReportRecord,
  ReportRow,
  ReportTag,
} from '../../../plugins/attendance/server/src/domain/reports/report-record';
import type { PresenceRecord } from '../../support/fakes/memory-database';

/** The rows of reports and presence as the contracts see them, and what they do to them. */
export interface ReportTables {
  /** Ascending by interaction. */
  reports(): Promise<ReportRecord[]>;
  /** As an older version left them: nothing is measured. */
  forgetReports(): Promise<void>;
  /** In the order in which they began. */
  periods(): Promise<Omit<PresenceRecord, 'id'>[]>;
  /** As an older version left it: nobody's presence is logged. */
  forgetPeriods(): Promise<void>;
  askForRating(siteId: SiteId): Promise<void>;
  rename(agentId: AgentId, name: string): Promise<void>;
  readonly past: PastReports & UnreadReports;
}

type Columns = Readonly<Record<string, unknown>>;

const TIMES = /(_at|_ms)$/;
const NOT_OURS = ['id', 'document_id', 'created_at', 'updated_at', 'published_at', 'locale', 'version'];
const STRAPI = /^(created_by|updated_by)_id$/;

/** A row under the names that the application gives its columns, with times as numbers. */
function toRecord<Row>(columns: Columns): Row {
  const named = Object.entries(columns).flatMap(([column, value]) => {
    if (NOT_OURS.includes(column) || STRAPI.test(column)) return [];
    const name = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (column.startsWith('is_')) return [[name, Boolean(value)]];
    return [[name, TIMES.test(column) && value !== null ? Number(value) : value]];
  });
  return Object.fromEntries(named) as Row;
}

/** The tables of any database that knex knows. */
export function reportTablesOn(knex: Knex, past: ReportTables['past']): ReportTables {
  const read = async <Row>(table: string): Promise<Row[]> =>
    ((await knex(table).orderBy('id')) as Columns[]).map((row) => toRecord<Row>(row));
  return {
    past,
    reports: async () => {
      const rows = await read<ReportRow>(TABLE.reportRows);
      const assignments = await read<ReportAssignment>(TABLE.reportAssignments);
      const tags = await read<ReportTag>(TABLE.reportTags);
      const of = (id: InteractionId) => (one: { readonly interactionId: InteractionId }) =>
        one.interactionId === id;
      return rows
        .map((row) => ({
          row,
          assignments: assignments.filter(of(row.interactionId)),
          tags: tags.filter(of(row.interactionId)),
        }))
        .sort((one, other) => one.row.interactionId - other.row.interactionId);
    },
    forgetReports: async () => {
      for (const table of [TABLE.reportRows, TABLE.reportAssignments, TABLE.reportTags])
        await knex(table).delete();
      await knex(TABLE.interactions).update({ report_version: null });
    },
    periods: () => read(TABLE.presencePeriods),
    forgetPeriods: async () => {
      await knex(TABLE.presencePeriods).delete();
    },
    askForRating: async (id) => {
      const rating = JSON.stringify({ kind: 'stars', asksComment: false });
      await knex(TABLE.sites).where({ id }).update({ rating });
    },
    rename: async (id, name) => {
      await knex(TABLE.agents).where({ id }).update({ public_name: name });
    },
  };
}
