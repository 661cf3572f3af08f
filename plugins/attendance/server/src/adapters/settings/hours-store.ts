import type { Holiday, HoursUpdate, OpenInterval } from '../../../../protocol/settings/hours';
import type { HoursStore } from '../../application/settings/hours';
import type { Columns, SqlDatabase } from '../database/sql';
import type { FirstDefaults } from './first-defaults';
import { fromJson } from '../database/columns';
import { createSingleton } from './singleton';
import { TABLE } from '../database/tables';

const WORKING_DAY: OpenInterval[] = [{ from: 540, to: 1_080 }];
const DEFAULTS: Omit<HoursUpdate, 'timeZone'> = {
  version: 0,
  isOn: false,
  week: [WORKING_DAY, WORKING_DAY, WORKING_DAY, WORKING_DAY, WORKING_DAY, [], []],
  holidays: [],
};

interface HoursRow {
  version: number;
  is_on: number | boolean;
  time_zone: string;
  week: string | OpenInterval[][];
  holidays: string | Holiday[];
}

export function createHoursStore(
  database: SqlDatabase,
  { timeZone }: Pick<FirstDefaults, 'timeZone'>,
): HoursStore {
  return createSingleton(database, {
    table: TABLE.businessHours,
    toSettings: (row: HoursRow): HoursUpdate => ({
      version: row.version,
      isOn: Boolean(row.is_on),
      timeZone: row.time_zone,
      week: fromJson<OpenInterval[][]>(row.week),
      holidays: fromJson<Holiday[]>(row.holidays),
    }),
    toColumns,
    first: toColumns({ ...DEFAULTS, timeZone }),
  });
}

function toColumns({ holidays, isOn, timeZone, week }: HoursUpdate): Columns {
  return {
    is_on: isOn,
    time_zone: timeZone,
    week: JSON.stringify(week),
    holidays: JSON.stringify(holidays),
  };
}
