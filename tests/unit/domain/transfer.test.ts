import { describe, expect, it } from 'vitest';

import { decide } from '../../../plugins/attendance/server/src/domain/interactions/interaction';
import { type Interaction } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import {
  chooseAgent,
  isSentBack,
  type RoutingAgent,
  type RoutingRequest,
} from '../../../plugins/attendance/server/src/domain/routing/routing';
import {
  decideTransfer,
  obstacleAtAgent,
  obstacleAtDepartment,
  type TransferCandidate,
  type TransferCommand,
} from '../../../plugins/attendance/server/src/domain/interactions/transfer';

const id = (value: number) => value as never;
const ANA = id(1);
const BRUNO = id(2);

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
  missedBy: [id(9)],
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

const STATES: readonly (readonly [string, Interaction])[] = [
  ['waiting', { ...base, status: 'waiting' }],
  ['abandoned', { ...base, status: 'abandoned', endedAt: 30, reason: 'visitor-ended' }],
  ['ended', { ...base, closedBy: 'agent', status: 'ended', agentId: ANA, endedAt: 30, visitorEnd: null }],
  ['another’s', { ...held, agentId: BRUNO }],
  ['held', held],
  ['unopened', { ...held, openedAt: null, ring: { until: 40 } }],
  ['away', { ...held, away: { since: 20, until: 90 } }],
  ['yellow', { ...held, visitorEnd: { at: 25, reason: 'visitor-ended' } }],
];

const toAgent: TransferCommand = {
  kind: 'transfer',
  agentId: ANA,
  agentName: 'Ana',
  to: { kind: 'agent', agentId: id(7), name: 'Carla', departmentId: id(3), ringMs: 30_000 },
  note: '',
};
const toDepartment: TransferCommand = {
  ...toAgent,
  to: { kind: 'department', departmentId: id(4), name: 'Suporte' },
};

describe('a transfer, in every state', () => {
  const refused = {
    waiting: 'not_found',
    abandoned: 'not_found',
    ended: 'not_found',
    'another’s': 'not_found',
  };
  const blocked = { away: 'away', yellow: 'ended' };
  it.each(STATES)('[R15] to an agent: %s', (name, interaction) => {
    const decision = decide(interaction, toAgent, 100);
    const code = refused[name as keyof typeof refused];
    const obstacle = blocked[name as keyof typeof blocked];
    if (code !== undefined) return expect(decision).toEqual({ ok: false, code });
    if (obstacle !== undefined) return expect(decision).toEqual({ ok: false, code: 'conflict', obstacle });
    expect(decision).toMatchObject({
      ok: true,
      interaction: {
        status: 'assigned',
        agentId: 7,
        assignedAt: 100,
        openedAt: null,
        ring: { until: 30_100 },
        missedBy: [],
        waitingSince: 5,
      },
      lines: [{ kind: 'transferred', from: 'Ana', toKind: 'agent', to: 'Carla' }],
    });
  });

  it.each(STATES)('[R15] to a department: %s', (name, interaction) => {
    const decision = decide(interaction, toDepartment, 100);
    const isRefused = name in refused || name in blocked;
    expect(decision.ok).toBe(!isRefused);
    if (!decision.ok) return;
    expect(decision.interaction).toEqual({
      ...base,
      status: 'waiting',
      departmentId: 4,
      missedBy: [],
      transferredBy: ANA,
    });
  });

  it('[R10] [R15] with no ring time it never passes on', () => {
    const command = { ...toAgent, to: { ...toAgent.to, ringMs: 0 } } as TransferCommand;
    expect(decide(held, command, 100)).toMatchObject({ interaction: { ring: null } });
  });
});

describe('the call of what is transferred', () => {
  const voice = { ...held, channel: 'voice', beganAs: 'voice' } as const;
  const rings = { state: 'ringing', by: 'visitor', medium: 'voice', since: 5, until: null } as const;
  const connected = {
    state: 'connected',
    attempt: 1,
    medium: 'voice',
    room: 'r',
    provider: 'direct',
    since: 20,
  } as const;
  it.each([
    [
      'who came for it and was not answered still rings',
      { ...voice, openedAt: null, call: rings },
      rings,
      [],
    ],
    ['a connected one is hung up', { ...voice, call: connected }, null, ['call-ended']],
    ['a hung-up one stays so', { ...voice, call: null }, null, []],
    [
      'the agent’s asking is taken back',
      { ...held, call: { ...rings, by: 'agent', until: 99 } },
      null,
      ['call-unanswered'],
    ],
    ['the visitor’s asking lapses', { ...held, call: { ...rings, until: 99 } }, null, ['call-unanswered']],
  ] as const)('[R15] %s', (_, interaction, call, kinds) => {
    const decision = decideTransfer(interaction, toAgent, 50);
    if (!decision.ok) throw new Error('refused');
    expect(decision.interaction.call).toEqual(call);
    expect(decision.lines.map(({ kind }) => kind)).toEqual([...kinds, 'transferred']);
  });

  it('[R15] [S9] the receiver’s answer opens it and rings the visitor, once, and only while they are there', () => {
    const moved = decideTransfer({ ...voice, call: connected }, toAgent, 50);
    if (!moved.ok) throw new Error('refused');
    const answer = {
      kind: 'call-answer',
      by: { side: 'agent', agentId: id(7) },
      room: 'r2',
      provider: 'direct',
    } as const;
    expect(decide(moved.interaction, answer, 60)).toMatchObject({
      interaction: { openedAt: 60, ring: null, call: { state: 'ringing', by: 'agent', until: 30_060 } },
    });
    const away = { ...moved.interaction, away: { since: 55, until: 99 } } as Interaction;
    expect(decide(away, answer, 60)).toEqual({ ok: false, code: 'conflict' });
    const visitor = { ...answer, by: { side: 'visitor' } } as const;
    expect(decide(moved.interaction, visitor, 60)).toEqual({ ok: false, code: 'conflict' });
  });

  it('[R15] [R10] one that nobody answers waits to be called, and rings at nobody', () => {
    const moved = decideTransfer({ ...voice, call: connected }, toAgent, 50);
    if (!moved.ok) throw new Error('refused');
    const put = { kind: 'put-back', agentId: id(7), agentName: 'Carla', reason: 'missed' } as const;
    expect(decide(moved.interaction, put, 40_000)).toMatchObject({
      interaction: { status: 'waiting', call: null, missedBy: [7] },
    });
  });
});

describe('who can be given it', () => {
  const free: TransferCandidate = {
    isAttending: true,
    channels: ['chat', 'voice'],
    capacity: 2,
    heldSlots: [],
    isReserved: false,
  };
  it.each([
    [null, free, 'chat'],
    ['offline', { ...free, isAttending: false, channels: [] }, 'chat'],
    ['channel', free, 'video'],
    ['full', { ...free, heldSlots: [0, 1] }, 'chat'],
    ['full', { ...free, capacity: 0 }, 'chat'],
    ['busy', { ...free, heldSlots: [1] }, 'voice'],
    ['reserved', { ...free, isReserved: true }, 'chat'],
  ] as const)('[R15] %s', (obstacle, candidate, channel) => {
    expect(obstacleAtAgent(candidate, channel)).toBe(obstacle);
  });

  it('[R15] a department needs somebody there, on this channel; room or not', () => {
    expect(obstacleAtDepartment([], 'chat')).toBe('offline');
    expect(obstacleAtDepartment([{ ...free, isAttending: false }], 'chat')).toBe('offline');
    expect(obstacleAtDepartment([free], 'video')).toBe('channel');
    expect(obstacleAtDepartment([{ ...free, channels: ['chat'] }, free], 'voice')).toBeNull();
  });
});

describe('what was sent to a department', () => {
  const agent = (number: number, overrides: Partial<RoutingAgent> = {}): RoutingAgent => ({
    agentId: id(number),
    isOnline: true,
    isConnected: true,
    channels: ['chat'],
    departmentIds: [id(4)],
    capacity: 1,
    heldSlots: [],
    openInteractions: 0,
    lastAssignedAt: 0,
    reservedFor: null,
    ...overrides,
  });
  const request: RoutingRequest = {
    interactionId: id(1),
    visitorId: id(1),
    channel: 'chat',
    departmentId: id(4),
    waitingSince: 0,
    isAway: false,
    previousAgentId: ANA,
    missedBy: [],
    transferredBy: ANA,
  };
  it.each([
    ['goes to a colleague', [agent(1), agent(2)], 2],
    ['waits for a colleague who is full', [agent(1), agent(2, { heldSlots: [0] })], null],
    ['comes back to a sender who is alone', [agent(1), agent(2, { isOnline: false })], 1],
    ['and to one whose colleagues are elsewhere', [agent(1), agent(2, { departmentIds: [] })], 1],
  ] as const)('[R15] %s', (_, roster, expected) => {
    expect(chooseAgent(roster, request)?.agentId ?? null).toBe(expected);
    expect(isSentBack(agent(2), request, roster)).toBe(false);
  });
});
