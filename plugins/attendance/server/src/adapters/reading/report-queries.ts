import type { Database } from 'better-sqlite3';

import type { AgentsQuery, GroupsQuery, OverviewQuery } from '../../application/reports/report-queries';
import { readAtOnce } from '../database/sqlite/read-at-once';
import { readAgents } from '../reports/agents';
import { readChoices } from '../reports/choices';
import { readReportGroups } from '../reports/groups';
import { readOverview } from '../reports/overview';

/** Reports as queries of the reading thread. */
export const REPORT_QUERIES = {
  'reports:overview': (connection: Database, query: OverviewQuery) =>
    readAtOnce(connection, (sql) => readOverview(sql, query)),
  'reports:groups': (connection: Database, query: GroupsQuery) =>
    readAtOnce(connection, (sql) => readReportGroups(sql, query)),
  'reports:agents': (connection: Database, query: AgentsQuery) =>
    readAtOnce(connection, (sql) => readAgents(sql, query)),
  'reports:choices': (connection: Database, _: null) => readAtOnce(connection, readChoices),
};
