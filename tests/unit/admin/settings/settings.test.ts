import { describe, expect, it } from 'vitest';

import { keyFrom } from '../../../../admin/src/settings/departments/key-from';
import { findAgents, stateOf } from '../../../../admin/src/settings/agents/find-agents';
import { queryOf, NO_FILTER } from '../../../../admin/src/settings/audit/filter';
import { bytesOf, megabytesOf, SIZE } from '../../../../admin/src/settings/files/megabytes';
import {
  canAdd,
  fromClock,
  hasFault,
  faultOfHoliday,
  newHoliday,
  toClock,
  withChange,
  withInterval,
  withoutInterval,
} from '../../../../admin/src/settings/hours/edit-hours';
import { isFine, isShortened } from '../../../../admin/src/settings/privacy/terms';
import { attachmentSettingsSchema } from '../../../../plugins/attendance/protocol/attachments/attachments';
import { openDaySchema } from '../../../../plugins/attendance/protocol/settings/hours';
import type { AgentSettings } from '../../../../plugins/attendance/protocol/settings/rest';
import { retentionDaysSchema } from '../../../../plugins/attendance/protocol/settings/retention';

describe('the largest file', () => {
  it('[C6] [Z38] is set in whole megabytes, and whatever the page takes the server takes', () => {
    const { maxBytes } = attachmentSettingsSchema.shape;
    for (let size = 0; size <= 30; size += 1) {
      const isOffered = size >= SIZE.min && size <= SIZE.max;
      expect(megabytesOf(bytesOf(size))).toBe(size);
      if (isOffered) expect(maxBytes.safeParse(bytesOf(size)).success).toBe(true);
    }
    expect(maxBytes.safeParse(bytesOf(SIZE.max + 1)).success).toBe(false);
    // Set over HTTP, between two.
    expect(megabytesOf(200_000)).toBe(0.2);
  });
});

describe('the week editor', () => {
  it('[R13] shows minutes as a clock, and midnight at the end as 00:00', () => {
    expect([0, 545, 1_440].map(toClock)).toEqual(['00:00', '09:05', '00:00']);
    expect(fromClock('00:00', 'from')).toBe(0);
    expect(fromClock('00:00', 'to')).toBe(1_440);
    expect(fromClock('', 'to')).toBeNull();
  });

  it.each([
    [[], false],
    [
      [
        { from: 540, to: 720 },
        { from: 720, to: 1_080 },
      ],
      false,
    ],
    [
      [
        { from: 540, to: 721 },
        { from: 720, to: 1_080 },
      ],
      true,
    ],
    [[{ from: 1_320, to: 120 }], false],
    [
      [
        { from: 1_320, to: 120 },
        { from: 1_380, to: 1_400 },
      ],
      true,
    ],
    [[{ from: 540, to: 540 }], true],
  ])('[R13] finds the faults of %j that the server refuses', (day, isWrong) => {
    expect(hasFault(day)).toBe(isWrong);
    expect(openDaySchema.safeParse(day).success).toBe(!isWrong);
  });

  it('[R13] adds intervals that the server takes, for as long as there is room', () => {
    let day = withInterval([]);
    for (let turn = 0; turn < 20 && canAdd(day); turn += 1) {
      day = withInterval(day);
      expect(openDaySchema.safeParse(day).success, JSON.stringify(day)).toBe(true);
    }
    expect(day.length).toBeGreaterThan(1);
    expect(withoutInterval(day, 0)).toEqual(day.slice(1));
    expect(withChange(day, 0, { from: 600 })[0]).toEqual({ ...day[0], from: 600 });
  });

  it('[R13] proposes a date that is not taken, and asks for its name', () => {
    const now = Date.UTC(2026, 10, 26, 12);
    const first = newHoliday([], now);
    expect(first.date).toBe('2026-11-26');
    expect(newHoliday([first], now).date).toBe('2026-11-27');
    expect(faultOfHoliday(first, [first])).toBe('name');
    const named = { ...first, name: 'Natal' };
    expect(faultOfHoliday(named, [named])).toBe(null);
  });

  it('[R13] [Z38] refuses a day that stands twice, one that is not typed in full, and hours out of order', () => {
    const day = { date: '2026-12-25', name: 'Natal', isYearly: true, intervals: [] };
    const again = { ...day, name: 'Outro' };
    expect(faultOfHoliday(again, [day, again])).toBe('twice');
    const once = { ...again, isYearly: false };
    expect(faultOfHoliday(once, [day, once])).toBe(null);
    expect(faultOfHoliday({ ...day, date: '' }, [])).toBe('date');
    const late = { ...day, intervals: [{ from: 600, to: 600 }] };
    expect(faultOfHoliday(late, [late])).toBe('intervals');
  });
});

describe('retention', () => {
  const kept = { interactions: 0, offlineMessages: 30, visitors: 0, addresses: 0, audit: 0 };
  it.each([
    [{ interactions: 30 }, true],
    [{ offlineMessages: 29 }, true],
    [{ offlineMessages: 31 }, false],
    [{ offlineMessages: 0 }, false],
    [{}, false],
  ])('[Z43] asks before %j', (change, asks) => {
    expect(isShortened(kept, { ...kept, ...change })).toBe(asks);
  });

  it.each([
    [{ audit: 179 }, false],
    [{ audit: 180 }, true],
    [{ audit: 0 }, true],
    [{ visitors: 3_651 }, false],
    [{ visitors: -1 }, false],
    [{ visitors: Number.NaN }, false],
  ])('[Z43] has the bounds of the server for %j', (change, fits) => {
    const days = { ...kept, ...change };
    expect(isFine(days)).toBe(fits);
    expect(retentionDaysSchema.safeParse(days).success).toBe(fits);
  });
});

describe('agents and departments', () => {
  const agent = (part: Partial<AgentSettings>): AgentSettings => ({
    id: 1 as AgentSettings['id'],
    version: 0,
    email: 'ana@loja.com',
    publicName: 'Ana',
    photo: null,
    capacity: null,
    channels: [],
    departmentIds: [],
    presence: 'online',
    isConnected: true,
    openInteractions: 0,
    isUserGone: false,
    isNeverHere: false,
    ...part,
  });

  it('[F3] says in a word how an agent stands', () => {
    expect(stateOf(agent({}))).toBe('online');
    expect(stateOf(agent({ isConnected: false }))).toBe('unconnected');
    expect(stateOf(agent({ presence: 'offline' }))).toBe('offline');
    expect(stateOf(agent({ isUserGone: true }))).toBe('gone');
    expect(stateOf(agent({ isNeverHere: true, isConnected: false }))).toBe('neverHere');
  });

  it('[F3] finds agents by name or e-mail, accents aside, those gone last', () => {
    const all = [agent({ publicName: 'Zé', isUserGone: true }), agent({ publicName: 'José' }), agent({})];
    expect(findAgents(all, 'ze').map(({ publicName }) => publicName)).toEqual(['Zé']);
    expect(findAgents(all, 'JOSE').map(({ publicName }) => publicName)).toEqual(['José']);
    expect(findAgents(all, 'loja').map(({ publicName }) => publicName)).toEqual(['José', 'Ana', 'Zé']);
  });

  it('[R11] suggests a key that the server takes', () => {
    expect(keyFrom('Pós-venda 2')).toBe('pos-venda-2');
    expect(keyFrom('  Ação!  ')).toBe('acao');
  });
});

it('[Z40] asks for whole days of the browser’s calendar', () => {
  expect(queryOf(NO_FILTER)).toBe('');
  const query = new URLSearchParams(
    queryOf({ about: 'site', userId: '3', from: '2026-11-26', to: '2026-11-26' }),
  );
  expect(Object.fromEntries(query)).toMatchObject({ about: 'site', userId: '3' });
  expect(Number(query.get('to')) - Number(query.get('from'))).toBe(86_400_000);
});
