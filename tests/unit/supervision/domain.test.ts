import { describe, expect, it } from 'vitest';

import {
  decide,
  type InteractionCommand,
} from '../../../plugins/attendance/server/src/domain/interactions/interaction';
import type { Interaction } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import { isFoundBy } from '../../../plugins/attendance/server/src/domain/supervision/live-search';
import { todayAt } from '../../../plugins/attendance/server/src/domain/reports/calendar';
import { offsetIn } from '../../../plugins/attendance/server/src/adapters/strapi/time-zone';
import { toVisitorMessage } from '../../../plugins/attendance/server/src/presenters/message';

const id = (value: number) => value as never;
const ANA = id(7);

const base = {
  id: id(1),
  siteId: id(1),
  visitorId: id(1),
  departmentId: id(3),
  channel: 'chat',
  beganAs: 'chat',
  call: null,
  callCount: 0,
  waitingSince: 5,
  away: null,
  lastWriter: 'visitor',
  missedBy: [id(8)],
  transferredBy: null,
} as const;

const held = {
  ...base,
  status: 'assigned',
  agentId: ANA,
  assignedAt: 10,
  openedAt: 20,
  ring: null,
  visitorEnd: null,
} as const;

const STATES = {
  waiting: { ...base, status: 'waiting' },
  held,
  unopened: { ...held, openedAt: null, ring: { until: 40 } },
  away: { ...held, away: { since: 20, until: 90 } },
  yellow: { ...held, visitorEnd: { at: 25, reason: 'visitor-ended' } },
  ended: { ...base, status: 'ended', agentId: ANA, endedAt: 30, visitorEnd: null, closedBy: 'agent' },
  abandoned: { ...base, status: 'abandoned', endedAt: 30, reason: 'visitor-ended' },
} as const satisfies Readonly<Record<string, Interaction>>;

const PUT_BACK: InteractionCommand = {
  kind: 'put-back',
  agentId: ANA,
  agentName: 'Ana',
  reason: 'supervisor',
};
const END: InteractionCommand = { kind: 'supervisor-end' };
const conflict = (obstacle?: 'away' | 'ended') => ({
  ok: false,
  code: 'conflict',
  ...(obstacle !== undefined && { obstacle }),
});

describe('what supervisors do to an interaction', () => {
  it.each(['held', 'unopened'] as const)(
    '[R17] [Z171] put back, it keeps its place and is not for the same agent: %s',
    (state) => {
      const decision = decide(STATES[state], PUT_BACK, 50);
      expect(decision).toMatchObject({
        ok: true,
        interaction: {
          status: 'waiting',
          waitingSince: 5,
          departmentId: 3,
          missedBy: [8],
          transferredBy: ANA,
        },
        lines: [{ kind: 'agent-left', agentName: 'Ana', reason: 'supervisor' }],
      });
    },
  );

  it.each([
    ['away', conflict('away')],
    ['yellow', conflict('ended')],
    ['waiting', conflict()],
    ['ended', conflict()],
    ['abandoned', conflict()],
  ] as const)('[R17] [R14] [Z170] what is %s is not put back', (state, refusal) => {
    expect(decide(STATES[state], PUT_BACK, 50)).toEqual(refusal);
  });

  it('[Z171] a call that goes on when it is put back ends, and rings for the next agent', () => {
    const call = {
      state: 'connected',
      attempt: 1,
      medium: 'voice',
      room: 'r',
      provider: 'direct',
      since: 21,
    } as const;
    const decision = decide({ ...held, channel: 'voice', call, callCount: 1 }, PUT_BACK, 50);
    expect(decision).toMatchObject({
      ok: true,
      interaction: { status: 'waiting', call: { state: 'ringing', by: 'visitor' } },
      lines: [{ kind: 'call-ended' }, { kind: 'agent-left' }],
    });
  });

  it.each(['held', 'unopened', 'away', 'yellow'] as const)(
    '[R17] [R14] [Z172] ended by a supervisor, and known as that: %s',
    (state) => {
      const { visitorEnd } = STATES[state];
      const decision = decide(STATES[state], END, 50);
      expect(decision).toMatchObject({
        ok: true,
        interaction: {
          status: 'ended',
          agentId: ANA,
          endedAt: 50,
          closedBy: 'supervisor',
          visitorEnd,
          away: null,
        },
        lines: [{ kind: 'agent-ended' }],
      });
    },
  );

  it('[Z172] its agent’s own end is theirs', () => {
    const decision = decide(held, { kind: 'agent-end', agentId: ANA }, 50);
    expect(decision).toMatchObject({ ok: true, interaction: { closedBy: 'agent' } });
  });

  it('[K7] [Z172] what is over stays so, and what waits is not ended', () => {
    for (const state of ['ended', 'abandoned'] as const)
      expect(decide(STATES[state], END, 50)).toEqual({ ok: true, interaction: STATES[state], lines: [] });
    expect(decide(STATES.waiting, END, 50)).toEqual(conflict());
  });

  it('[R17] [Z171] the visitor reads what they read when an agent is lost', () => {
    const line = { kind: 'agent-left', agentName: 'Ana', reason: 'supervisor' } as const;
    const message = { side: 'system', sequence: 4, sentAt: 50, line } as const;
    expect(toVisitorMessage(message)).toEqual({ ...message, line: { ...line, reason: 'lost' } });
  });
});

describe('a live interaction as supervisors find it', () => {
  const one = { visitorName: 'Maria da Conceição Souza', protocolNumber: '2026-000042' };
  it.each([
    ['', true],
    ['maria', true],
    ['conceicao sou', true],
    ['ouza', false],
    ['maria silva', false],
    ['2026-000042', true],
    ['2026-42', true],
    ['2026-000043', false],
  ])('[Z176] “%s”: %s', (text, isFound) => {
    expect(isFoundBy(one, text)).toBe(isFound);
  });
});

describe('today', () => {
  it.each([
    // Daylight saving began at midnight: the day has no first hour.
    ['America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04', '2018-11-04T03:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03', '2018-11-03T03:00:00Z'],
    // It ended at midnight: the last hour of the day before came twice.
    ['America/Sao_Paulo', '2018-02-18T02:30:00Z', '2018-02-17', '2018-02-17T02:00:00Z'],
    ['America/Sao_Paulo', '2018-02-18T12:00:00Z', '2018-02-18', '2018-02-18T03:00:00Z'],
    ['Europe/Lisbon', '2026-10-25T23:30:00Z', '2026-10-25', '2026-10-24T23:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', '2026-01-02', '2026-01-01T10:00:00Z'],
    ['UTC', '2026-03-01T00:00:00Z', '2026-03-01', '2026-03-01T00:00:00Z'],
  ])('[Z177] in %s at %s is %s, since %s', (zone, now, date, since) => {
    const today = todayAt(Date.parse(now), offsetIn(zone));
    expect({ ...today, since: new Date(today.since).toISOString() }).toEqual({
      date,
      since: new Date(since).toISOString(),
    });
  });
});
