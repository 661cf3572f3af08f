import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  decide,
  type InteractionCommand,
} from '../../../plugins/attendance/server/src/domain/interactions/interaction';
import {
  isLive,
  type AssignedInteraction,
  type Interaction,
  type WaitingInteraction,
} from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import type { IndicatorFacts } from '../../../plugins/attendance/protocol/interactions/interactions';
import { indicatorOf, type Indicator } from '../../../plugins/attendance/protocol/rules/indicator';
import { propertyParameters } from '../../support/seed';

const id = (value: number) => value as never;

const waiting: Interaction = {
  status: 'waiting',
  id: id(1),
  siteId: id(1),
  visitorId: id(1),
  departmentId: null,
  channel: 'chat',
  beganAs: 'chat',
  call: null,
  callCount: 0,
  waitingSince: 0,
  away: null,
  lastWriter: null,
  missedBy: [],
  transferredBy: null,
};

const anyCommand: fc.Arbitrary<InteractionCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('assign' as const),
    agentId: fc.constantFrom(id(1), id(2)),
    agentName: fc.constant('Ana'),
    ringMs: fc.constant(0),
  }),
  fc.record({
    kind: fc.constantFrom('open' as const, 'agent-end' as const),
    agentId: fc.constantFrom(id(1), id(2)),
  }),
  fc.record({
    kind: fc.constantFrom('cancel' as const, 'visitor-end' as const, 'return' as const, 'expire' as const),
  }),
  fc.record({ kind: fc.constant('leave' as const), persistenceMs: fc.constant(90_000) }),
);

/** What an interaction has while it is assigned alone; what takes it from its agent leaves them behind. */
const ONLY_ASSIGNED: Readonly<Record<Exclude<keyof AssignedInteraction, keyof WaitingInteraction>, true>> = {
  agentId: true,
  assignedAt: true,
  openedAt: true,
  ring: true,
  visitorEnd: true,
};

function after(
  commands: readonly (readonly [InteractionCommand, number])[],
  from: Interaction = waiting,
): Interaction {
  return commands.reduce((interaction, [command, now]) => {
    const decision = decide(interaction, command, now);
    return decision.ok ? decision.interaction : interaction;
  }, from);
}

describe('the life of an interaction', () => {
  it('[R5] [S1] the visitor’s end is a fact; only the agent’s end is final', () => {
    const yellow = after([
      [{ kind: 'assign', agentId: id(1), agentName: 'Ana', ringMs: 0 }, 10],
      [{ kind: 'visitor-end' }, 20],
    ]);
    expect(yellow).toMatchObject({ status: 'assigned', visitorEnd: { at: 20, reason: 'visitor-ended' } });
    expect(after([[{ kind: 'agent-end', agentId: id(1) }, 30]], yellow)).toMatchObject({
      status: 'ended',
      endedAt: 30,
    });
  });

  it.each<InteractionCommand>([
    { kind: 'put-back', agentId: id(1), agentName: 'Ana', reason: 'lost' },
    { kind: 'put-back', agentId: id(1), agentName: 'Ana', reason: 'supervisor' },
    {
      kind: 'transfer',
      agentId: id(1),
      agentName: 'Ana',
      to: { kind: 'department', departmentId: id(1), name: 'Sales' },
      note: '',
    },
  ])('[R14] [R15] [R17] back in the queue, nothing is left of its assignment: $kind', (command) => {
    const given = after([[{ kind: 'assign', agentId: id(1), agentName: 'Ana', ringMs: 0 }, 10]]);
    const waits = after([[command, 20]], given);
    expect(Object.keys(given)).toEqual(expect.arrayContaining(Object.keys(ONLY_ASSIGNED)));
    expect(waits.status).toBe('waiting');
    expect(Object.keys(waits).filter((key) => key in ONLY_ASSIGNED)).toEqual([]);
  });

  it('[P3] expires at the deadline and never before it', () => {
    const away = after([
      [{ kind: 'assign', agentId: id(1), agentName: 'Ana', ringMs: 0 }, 0],
      [{ kind: 'leave', persistenceMs: 90_000 }, 1_000],
    ]);
    expect(decide(away, { kind: 'expire' }, 90_999)).toEqual({ ok: false, code: 'conflict' });
    expect(after([[{ kind: 'expire' }, 91_000]], away)).toMatchObject({
      visitorEnd: { reason: 'visitor-gone' },
    });
  });

  it('[P5] finding B18: who leaves while waiting is not assigned while away, and is then abandoned for having left', () => {
    const away = after([[{ kind: 'leave', persistenceMs: 90_000 }, 0]]);
    expect(decide(away, { kind: 'assign', agentId: id(1), agentName: 'Ana', ringMs: 0 }, 1)).toEqual({
      ok: false,
      code: 'conflict',
    });
    expect(after([[{ kind: 'expire' }, 90_000]], away)).toMatchObject({
      status: 'abandoned',
      reason: 'visitor-gone',
    });
  });

  it('[A10] a block is over for the visitor alone: it waits for its agent, and who waited is abandoned', () => {
    const held = after([[{ kind: 'assign', agentId: id(1), agentName: 'Ana', ringMs: 0 }, 10]]);
    const blocked = after([[{ kind: 'block' }, 20]], held);
    expect(blocked).toMatchObject({ status: 'assigned', visitorEnd: { at: 20, reason: 'visitor-blocked' } });
    expect(after([[{ kind: 'block' }, 30]], blocked)).toBe(blocked);
    expect(after([[{ kind: 'agent-end', agentId: id(1) }, 30]], blocked).status).toBe('ended');
    expect(after([[{ kind: 'block' }, 20]])).toMatchObject({
      status: 'abandoned',
      endedAt: 20,
      reason: 'visitor-blocked',
    });
  });

  it('[R5] [P3] whatever comes in whatever order: final stays final, and nothing comes back to life', () => {
    const steps = fc.array(fc.tuple(anyCommand, fc.nat(100_000)), { maxLength: 25 });
    fc.assert(
      fc.property(steps, (commands) => {
        let interaction: Interaction = waiting as Interaction;
        let now = 0;
        for (const [command, passed] of commands) {
          now += passed;
          const decision = decide(interaction, command, now);
          if (!decision.ok) continue;
          const next = decision.interaction;
          if (interaction.status === 'ended' || interaction.status === 'abandoned')
            expect(next).toBe(interaction);
          if (!isLive(interaction)) expect(isLive(next)).toBe(false);
          if (!isLive(next)) expect(next.away).toBeNull();
          if (interaction.status === 'assigned' && next.status !== 'assigned')
            expect(command.kind).toBe('agent-end');
          expect(next.waitingSince).toBe(0);
          interaction = next;
        }
      }),
      propertyParameters('life', 10_000),
    );
  });
});

describe('the indicator', () => {
  const facts: IndicatorFacts = {
    visitorEndedAt: null,
    openedAt: 1,
    awayUntil: null,
    lastWriter: null,
    call: null,
    callCount: 0,
  };
  const rings = (by: 'visitor' | 'agent') =>
    ({ state: 'ringing', by, medium: 'voice', until: by === 'agent' ? 9 : null }) as const;
  const connected = { state: 'connected', attempt: 1, medium: 'voice', startedAt: 2 } as const;
  const cases = [
    ['[S1] over all else', { ...facts, visitorEndedAt: 5, openedAt: null, awayUntil: 9 }, 'ended-by-visitor'],
    ['[S2] also while away', { ...facts, openedAt: null, awayUntil: 9 }, 'new'],
    ['[S3]', { ...facts, awayUntil: 9, lastWriter: 'agent' as const }, 'away'],
    ['[S4] no agent has replied', facts, 'pending'],
    ['[S4] the visitor wrote last', { ...facts, lastWriter: 'visitor' as const }, 'pending'],
    ['[S5] an agent wrote last', { ...facts, lastWriter: 'agent' as const }, 'answered'],
    ['[S2] a call that rings unopened', { ...facts, openedAt: null, call: rings('visitor') }, 'new'],
    ['[S3] a call whose visitor left the page', { ...facts, awayUntil: 9, call: connected }, 'away'],
    [
      '[S1] a call that the visitor ended',
      { ...facts, visitorEndedAt: 5, call: connected },
      'ended-by-visitor',
    ],
    [
      '[S4] the visitor asks for a call, whoever wrote last',
      { ...facts, lastWriter: 'agent' as const, callCount: 1, call: rings('visitor') },
      'pending',
    ],
    [
      '[S5] a connected call, whoever wrote last',
      { ...facts, lastWriter: 'visitor' as const, callCount: 1, call: connected },
      'answered',
    ],
    ['[S5] the call was the reply', { ...facts, callCount: 1 }, 'answered'],
    [
      '[S4] the visitor wrote last, and the call is over',
      { ...facts, lastWriter: 'visitor' as const, callCount: 1 },
      'pending',
    ],
    ['[S4] the agent calls somebody whom nobody has answered', { ...facts, call: rings('agent') }, 'pending'],
  ] as const;
  /** The rule of each: an indicator without one, and without a case, is forgotten. */
  const ruleOf: Readonly<Record<Indicator, string>> = {
    'ended-by-visitor': '[S1]',
    new: '[S2]',
    away: '[S3]',
    pending: '[S4]',
    answered: '[S5]',
  };

  it.each(cases)('%s', (title, given, expected) => {
    expect(indicatorOf(given)).toBe(expected);
    expect(title).toContain(ruleOf[expected]);
  });

  it.each(Object.entries(ruleOf))('%s has a rule, and a case', (indicator, rule) => {
    const spec = readFileSync(path.resolve(import.meta.dirname, '../../../SPEC.md'), 'utf8');
    const ids = [...spec.matchAll(/\*\*(S\d+)\*\*/g)].map(([, id]) => `[${id}]`);
    expect(ids).toContain(rule);
    expect(cases.map(([, , expected]) => expected as string)).toContain(indicator);
  });
});
