import { describe, expect, it } from 'vitest';

import { INITIAL_STATE, type State } from '../../../../admin/src/model/state';
import { callHeldBack } from '../../../../admin/src/model/selectors/waiting-call';
import type { QueueEntry } from '../../../../plugins/attendance/protocol/interactions/interactions';
import { id, interaction, SELF } from '../builders';

const entry = (overrides: Partial<QueueEntry> = {}): QueueEntry => ({
  interactionId: id(9),
  visitorId: id(9),
  visitorName: 'Rui',
  channel: 'voice',
  department: null,
  waitingSince: 5_000,
  isAway: false,
  ...overrides,
});
const ended = interaction({ id: id(1), visitorEndedAt: 4_000, visitorEndReason: 'visitor-ended' });
const SALES = { id: id(3), key: 'vendas', name: 'Vendas' };

const state = (overrides: Partial<State> = {}): State => ({
  ...INITIAL_STATE,
  self: { ...SELF, channels: ['chat', 'voice'] },
  interactions: new Map([[ended.id, ended]]),
  queue: { count: 1, entries: [entry()] },
  ...overrides,
});

describe('a call that waits for what is left to end', () => {
  it('[R5] [Z129] finding S15: is told to whoever holds nothing but what its visitors have ended', () => {
    expect(callHeldBack(state())).toMatchObject({ interactionId: 9, channel: 'voice' });
  });

  it.each<[string, Partial<State>]>([
    ['nothing is held', { interactions: new Map() }],
    [
      'somebody is still talked with',
      { interactions: new Map([ended, interaction({ id: id(2) })].map((each) => [each.id, each])) },
    ],
    ['the agent is Offline', { self: { ...SELF, channels: ['voice'], presence: 'offline' } }],
    ['a chat waits', { queue: { count: 1, entries: [entry({ channel: 'chat' })] } }],
    ['its visitor has left the page', { queue: { count: 1, entries: [entry({ isAway: true })] } }],
    ['the agent does not attend such', { queue: { count: 1, entries: [entry({ channel: 'video' })] } }],
    ['it is of another department', { queue: { count: 1, entries: [entry({ department: SALES })] } }],
  ])('[R5] [Z129] finding S15: is not told where %s', (_, overrides) => {
    expect(callHeldBack(state(overrides))).toBeNull();
  });

  it('[R5] [R11] finding S15: of the agent’s own departments it is told too', () => {
    const self = { ...SELF, channels: ['voice' as const], departmentIds: [SALES.id] };
    const queue = {
      count: 2,
      entries: [entry({ isAway: true }), entry({ interactionId: id(8), department: SALES })],
    };
    expect(callHeldBack(state({ self, queue }))?.interactionId).toBe(8);
  });
});
