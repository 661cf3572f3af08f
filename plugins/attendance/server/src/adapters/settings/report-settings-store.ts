import type { ReportSettings } from '../../../../protocol/reports/reports';
import type { ReportSettingsStore } from '../../application/reports/report-settings';
import type { SqlDatabase } from '../database/sql';
import { TABLE } from '../database/tables';
import { createSingleton } from './singleton';

/** Settings of a new installation. */
const FIRST: Omit<ReportSettings, 'version'> = {
  timeZone: '',
  chatLevelMs: 30_000,
  callLevelMs: 20_000,
  showsFollowers: true,
};

interface ReportSettingsRow {
  version: number;
  time_zone: string | null;
  chat_level_ms: number;
  call_level_ms: number;
  shows_followers: number | boolean;
}

export function createReportSettingsStore(database: SqlDatabase): ReportSettingsStore {
  return createSingleton(database, {
    table: TABLE.reportSettings,
    toSettings: (row: ReportSettingsRow): ReportSettings => ({
      version: row.version,
      timeZone: row.time_zone ?? '',
      chatLevelMs: row.chat_level_ms,
      callLevelMs: row.call_level_ms,
      showsFollowers: Boolean(row.shows_followers),
    }),
    toColumns: (settings: ReportSettings) => toColumns(settings),
    first: toColumns(FIRST),
  });
}

function toColumns({ callLevelMs, chatLevelMs, showsFollowers, timeZone }: Omit<ReportSettings, 'version'>) {
  return {
    time_zone: timeZone,
    chat_level_ms: chatLevelMs,
    call_level_ms: callLevelMs,
    shows_followers: showsFollowers,
  };
}
