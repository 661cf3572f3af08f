import type { Knex } from 'knex';

import type { Holiday, HoursUpdate, OpenInterval } from '../../../protocol/hours';
import type { HoursStore } from '../application/hours';
import type { FirstDefaults } from './first-defaults';
import { fromJson } from './interaction-rows';
import { rowsOf } from './sqlite-connection';
import { TABLE } from './tables';

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

export function createHoursStore(knex: Knex, { timeZone }: Pick<FirstDefaults, 'timeZone'>): HoursStore {
  const get = async (): Promise<HoursUpdate> => {
    const [row] = await rowsOf<HoursRow>(knex, `SELECT * FROM ${TABLE.businessHours} LIMIT 1`);
    if (row === undefined) throw new Error('the business hours have no row');
    return {
      version: row.version,
      isOn: Boolean(row.is_on),
      timeZone: row.time_zone,
      week: fromJson<OpenInterval[][]>(row.week),
      holidays: fromJson<Holiday[]>(row.holidays),
    };
  };
  return {
    get,
    update: async (hours) => {
      const { version } = hours;
      const changed = await knex(TABLE.businessHours)
        .where({ version })
        .update(toRow({ ...hours, version: version + 1 }));
      return changed === 0 ? { ok: false, code: 'conflict' } : { ok: true, data: await get() };
    },
    ensure: async () => {
      if ((await knex(TABLE.businessHours).first('id')) !== undefined) return;
      await knex(TABLE.businessHours).insert(toRow({ ...DEFAULTS, timeZone }));
    },
  };
}

function toRow({ holidays, isOn, timeZone, version, week }: HoursUpdate): HoursRow {
  return {
    version,
    is_on: isOn ? 1 : 0,
    time_zone: timeZone,
    week: JSON.stringify(week),
    holidays: JSON.stringify(holidays),
  };
}
