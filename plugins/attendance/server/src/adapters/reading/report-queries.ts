import type { Database } from 'better-sqlite3';

import type { ExportPageOrder, QuestionsOrder } from '../../application/reports/interaction-source';
import type { AgentsQuery, GroupsQuery, OverviewQuery } from '../../application/reports/report-queries';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { InteractionQuery, InteractionsOrder } from '../../application/reports/report-table';
import { readAtOnce } from '../database/sqlite/read-at-once';
import { readAgents } from '../reports/agents';
import { readChoices } from '../reports/choices';
import { readReportGroups } from '../reports/groups';
import { exportHead, exportPage, exportQuestions } from '../reports/interactions/export-interactions';
import { interactionsPage, readInteraction } from '../reports/interactions/read-interactions';
import { readOverview } from '../reports/overview';

/** Reports as queries of the reading thread. */
export const REPORT_QUERIES = {
  'reports:overview': (connection: Database, query: OverviewQuery) =>
    readAtOnce(connection, (sql) => readOverview(sql, query)),
  'reports:groups': (connection: Database, query: GroupsQuery) =>
    readAtOnce(connection, (sql) => readReportGroups(sql, query)),
  'reports:agents': (connection: Database, query: AgentsQuery) =>
    readAtOnce(connection, (sql) => readAgents(sql, query)),
  'reports:interactions': (connection: Database, order: InteractionsOrder) =>
    readAtOnce(connection, (sql) => interactionsPage(sql, order)),
  'reports:interaction': (connection: Database, query: InteractionQuery) =>
    readAtOnce(connection, (sql) => readInteraction(sql, query)),
  'reports:export-head': (connection: Database, selection: ReportSelection) =>
    readAtOnce(connection, (sql) => exportHead(sql, selection)),
  'reports:export-questions': (connection: Database, order: QuestionsOrder) =>
    readAtOnce(connection, (sql) => exportQuestions(sql, order)),
  'reports:export-page': (connection: Database, order: ExportPageOrder) =>
    readAtOnce(connection, (sql) => exportPage(sql, order)),
  'reports:choices': (connection: Database, _: null) => readAtOnce(connection, readChoices),
};
