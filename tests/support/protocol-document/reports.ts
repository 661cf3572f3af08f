import {
  reportExportQuerySchema,
  reportFilterSchema,
  reportInteractionsQuerySchema,
} from '../../../plugins/attendance/protocol/reports/report-filter';
import * as reports from '../../../plugins/attendance/protocol/reports/reports';
import type { NamedSchema } from './entities';

/** Response of each handler of the reports. */
export const REPORT_HANDLERS: Readonly<Record<string, readonly [answer: string, note: string]>> = {
  'reports.overview': [
    '[Overview](#overview)',
    'Query: [ReportFilter](#reportfilter); permission `plugin::attendance.reports`.',
  ],
  'reports.agents': ['[AgentReport](#agentreport)', 'The same.'],
  'reports.departments': ['[GroupReport](#groupreport)', 'The same.'],
  'reports.sites': ['[GroupReport](#groupreport)', 'The same.'],
  'report-table.interactions': [
    '[ReportInteractions](#reportinteractions)',
    'Query: [ReportInteractionsQuery](#reportinteractionsquery); permission `plugin::attendance.reports`. IP addresses for who has `plugin::attendance.see-ip`.',
  ],
  'report-table.interaction': [
    '[ReportInteraction](#reportinteraction)',
    'One, whatever the filters; permission `plugin::attendance.reports`. `not_found`: there is none, or it still goes on.',
  ],
  'report-table.export': [
    'a file, CSV or JSON lines, as it is read',
    'Query: [ReportExportQuery](#reportexportquery); permission `plugin::attendance.export-reports`. The header `X-Attendance-Rows` says how many rows there will be. `rate_limited`: three exports run already.',
  ],
  'reports.choices': ['[ReportChoices](#reportchoices)', 'Permission `plugin::attendance.reports`.'],
  'reports.ownDay': [
    '[OwnDay](#ownday)',
    'Today, of who asks; permission `plugin::attendance.attend`. `not_found` for who has never connected as an agent.',
  ],
  'reports.readSettings': [
    '[ReportSettings](#reportsettings)',
    'Permission `plugin::attendance.settings` or `plugin::attendance.reports`.',
  ],
  'reports.updateSettings': ['[ReportSettings](#reportsettings)', 'Body: [ReportSettings](#reportsettings).'],
};

const named = (
  name: string,
  source: string,
  schema: NamedSchema['schema'],
  summary: string,
): NamedSchema => ({
  name,
  source,
  schema,
  summary,
});

/** What reports are asked and answer. */
export const REPORT_ENTITIES: readonly NamedSchema[] = [
  named('ReportFilter', 'filterShape', reportFilterSchema, 'Which interactions a report is of.'),
  named('ReportScope', 'reportScopeSchema', reports.reportScopeSchema, 'What a report was made of.'),
  named('Spread', 'spreadSchema', reports.spreadSchema, 'Spread of a duration, by the nearest rank.'),
  named(
    'LevelFigures',
    'levelFiguresSchema',
    reports.levelFiguresSchema,
    'How many met the service level, of how many.',
  ),
  named(
    'RatingFigures',
    'ratingFiguresSchema',
    reports.ratingFiguresSchema,
    'Ratings of a set of interactions.',
  ),
  named(
    'Figures',
    'figuresSchema',
    reports.figuresSchema,
    'Figures of a set of interactions; docs/reports.md defines each.',
  ),
  named('Overview', 'overviewSchema', reports.overviewSchema, 'A period beside the one before it.'),
  named('ReportDay', 'reportDaySchema', reports.reportDaySchema, 'One day of it.'),
  named('GroupReport', 'groupReportSchema', reports.groupReportSchema, 'Figures by department or site.'),
  named('GroupRow', 'groupRowSchema', reports.groupRowSchema, 'Those of one.'),
  named('AgentReport', 'agentReportSchema', reports.agentReportSchema, 'Figures by agent.'),
  named('OwnDay', 'ownDaySchema', reports.ownDaySchema, 'Today’s figures of one agent.'),
  named('HandOver', 'handOverSchema', reports.handOverSchema, 'How often one agent handed on to another.'),
  named('AgentRow', 'agentRowSchema', reports.agentRowSchema, 'Those of one, of their own assignments.'),
  named(
    'ReportInteractionsQuery',
    'reportInteractionsQuerySchema',
    reportInteractionsQuerySchema,
    'Which interactions, and which page of them.',
  ),
  named(
    'ReportInteractions',
    'reportInteractionsSchema',
    reports.reportInteractionsSchema,
    'One page of them.',
  ),
  named(
    'ReportInteraction',
    'reportInteractionSchema',
    reports.reportInteractionSchema,
    'One, with all that is known of it.',
  ),
  named(
    'ReportAssignment',
    'reportAssignmentSchema',
    reports.reportAssignmentSchema,
    'The time of one agent with it.',
  ),
  named(
    'ReportExportQuery',
    'reportExportQuerySchema',
    reportExportQuerySchema,
    'Which table, in which form.',
  ),
  named('ReportChoices', 'reportChoicesSchema', reports.reportChoicesSchema, 'What the filters offer.'),
  named(
    'ReportSettings',
    'reportSettingsSchema',
    reports.reportSettingsSchema,
    'Settings of reports and supervision.',
  ),
];
