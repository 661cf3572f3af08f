import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  CONDITIONS,
  DEFAULT_PERIOD,
  periodOf,
  queryOf,
  readAddress,
  writeAddress,
  type ReportAddress,
} from '../../../admin/src/reports/address/address';
import { behindTo, tabTo } from '../../../admin/src/reports/address/drill';
import { addPlace, FIRST_PLACE, readPlace } from '../../../admin/src/reports/address/page-query';
import { addDays, dateIn, daysOf, PRESETS } from '../../../admin/src/reports/address/periods';
import { withFilter } from '../../../admin/src/reports/filters/with-filter';
import {
  reportExportQuerySchema,
  reportFilterSchema,
  reportInteractionsQuerySchema,
  SORTS,
} from '../../../plugins/attendance/protocol/reports/report-filter';
import {
  DURATIONS,
  ENDED_BY,
  OUTCOMES,
  OWN_PARTS,
} from '../../../plugins/attendance/protocol/reports/report-choices';
import { AGENT_MEASURES } from '../../../admin/src/reports/tables/agent-measures';

const EMPTY: ReportAddress = { period: DEFAULT_PERIOD, filters: {}, conditions: {} };
const TODAY = '2026-11-30';

const someId = fc.integer({ min: 1, max: 99_999 }).map(String);
const day = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2020-01-01', count));
const days = fc.tuple(day, fc.integer({ min: 0, max: 400 })).map(([from, count]) => ({
  from,
  to: addDays(from, count),
}));
const optional = { requiredKeys: [] as [] };
const records: fc.Arbitrary<ReportAddress> = fc.record({
  period: fc.oneof(fc.constantFrom(...PRESETS), days),
  filters: fc.record(
    {
      channel: fc.constantFrom('chat', 'voice', 'video'),
      siteId: someId,
      departmentId: fc.oneof(someId, fc.constant('none')),
      agentId: someId,
      tagId: someId,
      origin: fc.constantFrom('loja.exemplo/produtos', 'loja.exemplo/ç?a=1&b=2', 'x'),
    },
    optional,
  ),
  conditions: fc.record(
    {
      outcome: fc.constantFrom(...OUTCOMES),
      endedBy: fc.constantFrom(...ENDED_BY),
      has: fc.constantFrom('missed', 'transfer', 'call', 'rating'),
      level: fc.constantFrom('met', 'not-met', 'measured'),
      own: fc.constantFrom(...OWN_PARTS),
      measured: fc.constantFrom(...DURATIONS),
      rating: fc.constantFrom('up', 'down', '1', '5', 'none'),
      raised: fc.constant('1'),
      weekday: fc.integer({ min: 0, max: 6 }).map(String),
      hour: fc.integer({ min: 0, max: 23 }).map(String),
    },
    optional,
  ),
});

/** What an agent did is of an agent. */
const addresses = records.filter(
  ({ conditions, filters }) => conditions.own === undefined || filters.agentId !== undefined,
);

describe('the address of a report', () => {
  it('[Z165] says again what it was written from', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(readAddress(new URLSearchParams(writeAddress(address).toString()))).toEqual(address);
      }),
    );
  });

  it('[Z165] asks the server for what the contract understands, whole', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const query = Object.fromEntries(queryOf(address, TODAY));
        const parsed = reportInteractionsQuerySchema.safeParse(query);
        expect(parsed.error?.issues).toBeUndefined();
        for (const name of CONDITIONS) expect(String(parsed.data?.[name])).toBe(String(query[name]));
        expect(reportFilterSchema.safeParse(query).success).toBe(true);
      }),
    );
  });

  it.each([
    ['channel=fax&agentId=x&hour=24&weekday=7&level=maybe', EMPTY],
    ['period=last-decade', EMPTY],
    ['from=2026-11-30&to=2026-11-01', EMPTY],
    ['from=2026-02-30&to=2026-03-01', EMPTY],
    ['from=2026-11-01', EMPTY],
    ['own=attended', EMPTY],
    ['own=nothing&agentId=3', { ...EMPTY, filters: { agentId: '3' } }],
    ['channel=voice&nonsense=1', { ...EMPTY, filters: { channel: 'voice' } }],
  ])('[Z165] leaves out of "%s" what no report understands', (search, address) => {
    expect(readAddress(new URLSearchParams(search))).toEqual(address);
  });

  it('[Z165] has no part of an agent’s own once the agent is gone from it', () => {
    const search = writeAddress({ ...EMPTY, conditions: { own: 'missed', outcome: 'answered' } });
    expect(search.toString()).toBe('outcome=answered');
  });

  it('[Z165] is empty where nothing was chosen', () => {
    expect(writeAddress(EMPTY).toString()).toBe('');
    expect(periodOf(EMPTY, TODAY)).toEqual({ from: '2026-11-01', to: TODAY });
  });

  it('[Z150] [Z154] nobody’s own part is refused by the server', () => {
    const query = { from: TODAY, to: TODAY, own: 'missed' };
    expect(reportInteractionsQuerySchema.safeParse(query).error?.issues[0]?.path).toEqual(['own']);
    expect(reportInteractionsQuerySchema.safeParse({ ...query, agentId: '3' }).success).toBe(true);
    const file = { ...query, table: 'interactions', format: 'csv' };
    expect(reportExportQuerySchema.safeParse(file).error?.issues[0]?.path).toEqual(['own']);
    expect(reportExportQuerySchema.safeParse({ ...file, agentId: '3' }).success).toBe(true);
  });

  it.each([...SORTS].map((sort) => [sort]))('[Z165] has the order by %s, and the page', (sort) => {
    const place = { sort, order: 'ascending', offset: 150 } as const;
    expect(readPlace(addPlace(new URLSearchParams(), place))).toEqual(place);
    expect(addPlace(new URLSearchParams(), FIRST_PLACE).toString()).toBe('');
    expect(readPlace(new URLSearchParams('sort=mood&order=sideways&offset=-1'))).toEqual(FIRST_PLACE);
  });

  it('[Z165] loses one filter, and gets another', () => {
    const filters = withFilter({ channel: 'voice', agentId: '3' } as ReportAddress['filters'], 'agentId', '');
    expect(filters).toEqual({ channel: 'voice' });
    expect(withFilter(filters, 'tagId', '4')).toEqual({ channel: 'voice', tagId: '4' });
  });
});

describe('today', () => {
  it('[Z165] is that of the report’s time zone', () => {
    const at = Date.UTC(2026, 10, 30, 1);
    expect(dateIn('America/Sao_Paulo', at)).toBe('2026-11-29');
    expect(dateIn('Asia/Tokyo', at)).toBe('2026-11-30');
  });
});

describe('periods with a name', () => {
  it.each([
    ['today', '2026-11-30', '2026-11-30'],
    ['yesterday', '2026-11-29', '2026-11-29'],
    ['last-7', '2026-11-24', '2026-11-30'],
    ['last-30', '2026-11-01', '2026-11-30'],
    ['this-month', '2026-11-01', '2026-11-30'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['this-year', '2026-01-01', '2026-11-30'],
  ] as const)('[Z165] %s is %s to %s', (preset, from, to) => {
    expect(daysOf(preset, TODAY)).toEqual({ from, to });
  });

  it.each([
    ['2026-01-01', '2025-12-01', '2025-12-31'],
    ['2028-03-15', '2028-02-01', '2028-02-29'],
  ])('[Z165] the month before %s is %s to %s', (today, from, to) => {
    expect(daysOf('last-month', today)).toEqual({ from, to });
  });
});

describe('links', () => {
  const address: ReportAddress = {
    period: 'last-7',
    filters: { channel: 'voice' },
    conditions: { hour: '14' },
  };

  it('[Z166] a figure opens the interactions behind it, within the filters in force', () => {
    expect(behindTo(address, { conditions: { outcome: 'abandoned' } })).toBe(
      '/plugins/attendance-reports/interactions?period=last-7&channel=voice&outcome=abandoned',
    );
  });

  it('[Z150] [Z166] an agent’s figure opens what they did themselves', () => {
    expect(AGENT_MEASURES.map(({ conditions, measure }) => [measure, conditions])).toEqual([
      ['attended', { own: 'attended' }],
      ['missed', { own: 'missed' }],
      ['transferred', { own: 'transferred' }],
      ['ring', { own: 'attended' }],
      ['firstResponse', { own: 'firstResponse' }],
      ['response', { own: 'response' }],
      ['duration', { own: 'attended' }],
      ['handling', { own: 'handling' }],
      ['wrapUp', { own: 'wrapUp' }],
      ['level', { own: 'level' }],
      ['rating', { own: 'rated' }],
      ['chatsAtOnce', null],
      ['online', null],
      ['outsideHours', null],
      ['occupancy', null],
    ]);
  });

  it('[Z166] a bar opens its day, and the part of a channel that channel', () => {
    const days = { from: '2026-11-12', to: '2026-11-12' };
    expect(behindTo(address, { days, filters: { channel: 'chat' } })).toBe(
      '/plugins/attendance-reports/interactions?from=2026-11-12&to=2026-11-12&channel=chat',
    );
  });

  it('[Z165] a tab keeps the filters; conditions are of the list of interactions alone', () => {
    expect(tabTo('agents', address)).toBe('/plugins/attendance-reports/agents?period=last-7&channel=voice');
    expect(tabTo('interactions', address)).toBe(
      '/plugins/attendance-reports/interactions?period=last-7&channel=voice&hour=14',
    );
    expect(tabTo('sites', EMPTY)).toBe('/plugins/attendance-reports/sites');
  });
});
