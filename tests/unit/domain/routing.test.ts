import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import { isCall, SLOT_COUNT, slotsFor } from '../../../plugins/attendance/server/src/domain/routing/capacity';
import {
  byLongestWait,
  chooseAgent,
  isEligible,
  type RoutingAgent,
  type RoutingRequest,
} from '../../../plugins/attendance/server/src/domain/routing/routing';
import { planAssignments } from '../../../plugins/attendance/server/src/domain/routing/routing-plan';
import { propertyParameters } from '../../support/seed';

function agent(overrides: Partial<RoutingAgent> = {}): RoutingAgent {
  return {
    agentId: 1 as RoutingAgent['agentId'],
    isOnline: true,
    isConnected: true,
    channels: CHANNELS,
    departmentIds: [],
    capacity: 4,
    heldSlots: [],
    openInteractions: 0,
    lastAssignedAt: 0,
    reservedFor: null,
    ...overrides,
  };
}

function request(overrides: Partial<RoutingRequest> = {}): RoutingRequest {
  return {
    interactionId: 1 as RoutingRequest['interactionId'],
    visitorId: 1 as RoutingRequest['visitorId'],
    channel: 'chat',
    departmentId: null,
    waitingSince: 0,
    isAway: false,
    previousAgentId: null,
    missedBy: [],
    transferredBy: null,
    ...overrides,
  };
}

const id = (value: number) => value as never;

describe('eligibility', () => {
  it.each([
    ['[R1] not while Offline', agent({ isOnline: false }), request(), false],
    ['[R1] not while not connected', agent({ isConnected: false }), request(), false],
    ['[R1] not on a channel that is not theirs', agent({ channels: ['voice'] }), request(), false],
    [
      '[R11] not of another department',
      agent({ departmentIds: [id(2)] }),
      request({ departmentId: id(1) }),
      false,
    ],
    ['[R11] of the department', agent({ departmentIds: [id(1)] }), request({ departmentId: id(1) }), true],
    ['[R2] a fourth chat', agent({ heldSlots: [0, 1, 3] }), request(), true],
    ['[R2] no fifth chat', agent({ heldSlots: [0, 1, 2, 3] }), request(), false],
    ['[R2] none with capacity 0', agent({ capacity: 0 }), request(), false],
    [
      '[R3] a call for who holds nothing, even with capacity 0',
      agent({ capacity: 0 }),
      request({ channel: 'video' }),
      true,
    ],
    ['[R3] no call beside a chat', agent({ heldSlots: [0] }), request({ channel: 'voice' }), false],
    [
      '[R4] nothing beside a call',
      agent({ heldSlots: Array.from({ length: SLOT_COUNT }, (_, slot) => slot) }),
      request(),
      false,
    ],
  ])('%s', (_, candidate, wanted, expected) => {
    expect(isEligible(candidate, wanted)).toBe(expected);
  });
});

describe('the choice among agents', () => {
  it('[R7] prefers fewest open interactions, then who attended the visitor last, then the oldest assignment', () => {
    const busy = agent({ agentId: id(1), openInteractions: 1, heldSlots: [0] });
    const recent = agent({ agentId: id(2), lastAssignedAt: 20 });
    const rested = agent({ agentId: id(3), lastAssignedAt: 10 });
    expect(chooseAgent([busy, recent, rested], request())?.agentId).toBe(3);
    expect(chooseAgent([busy, recent, rested], request({ previousAgentId: id(2) }))?.agentId).toBe(2);
    expect(chooseAgent([busy, recent, rested], request({ previousAgentId: id(1) }))?.agentId).toBe(3);
  });

  it('[R7] counts the wait from the request, whatever came to the table first', () => {
    const early = request({ interactionId: id(9), waitingSince: 1 });
    const late = request({ interactionId: id(2), waitingSince: 2 });
    expect(planAssignments([late, early], [agent({ capacity: 1 })], 100)).toEqual([
      { interactionId: 9, agentId: 1 },
    ]);
  });

  it('[R7] gives to the longest wait that somebody can take, and [P5] passes over who is away', () => {
    const plan = planAssignments(
      [
        request({ interactionId: id(1), waitingSince: 1, channel: 'video' }),
        request({ interactionId: id(2), waitingSince: 2, isAway: true }),
        request({ interactionId: id(3), waitingSince: 3 }),
      ],
      [agent({ heldSlots: [0], openInteractions: 1 })],
      100,
    );
    expect(plan).toEqual([{ interactionId: 3, agentId: 1 }]);
  });
});

const slots = fc.uniqueArray(fc.integer({ min: 0, max: SLOT_COUNT - 1 }), { maxLength: 6 });
const anyAgent = fc.record({
  isOnline: fc.boolean(),
  isConnected: fc.boolean(),
  channels: fc.subarray([...CHANNELS]),
  departmentIds: fc.subarray([1, 2].map(id)),
  capacity: fc.integer({ min: 0, max: SLOT_COUNT }),
  heldSlots: slots,
  lastAssignedAt: fc.nat(100),
});
const anyRequest = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  departmentId: fc.constantFrom(null, id(1), id(2)),
  waitingSince: fc.nat(50),
  isAway: fc.boolean(),
});
const scene = fc.record({
  agents: fc.array(anyAgent, { maxLength: 5 }),
  requests: fc.array(anyRequest, { maxLength: 12 }),
});

describe('every plan', () => {
  const parameters = propertyParameters('routing', 10_000);

  it('[R2] [R3] [R4] [R7] exceeds no capacity, mixes no call with anything, leaves nobody who could be served', () => {
    fc.assert(
      fc.property(scene, ({ agents, requests }) => {
        const roster = agents.map((fields, index) =>
          agent({ ...fields, agentId: id(index + 1), openInteractions: fields.heldSlots.length }),
        );
        const queue = requests.map((fields, index) => request({ ...fields, interactionId: id(index + 1) }));
        const held = new Map(roster.map((one) => [one.agentId, [...one.heldSlots]]));
        const isGiven = new Set<number>();
        for (const { agentId, interactionId } of planAssignments(queue, roster, 1_000)) {
          const one = roster.find((candidate) => candidate.agentId === agentId);
          const wanted = queue.find((candidate) => candidate.interactionId === interactionId);
          const taken = held.get(agentId);
          if (one === undefined || wanted === undefined || taken === undefined)
            throw new Error('planned from nowhere');
          expect(wanted.isAway || !one.isOnline || !one.isConnected || isGiven.has(interactionId)).toBe(
            false,
          );
          // A model of its own, not slotsFor: counts, where the rule speaks of counts.
          if (isCall(wanted.channel)) expect(taken).toHaveLength(0);
          else expect(taken.length).toBeLessThan(Math.min(one.capacity, SLOT_COUNT));
          const next = isCall(wanted.channel) ? SLOT_COUNT : 1;
          for (let slot = 0, left = next; left > 0 && slot < SLOT_COUNT; slot += 1) {
            if (taken.includes(slot)) continue;
            taken.push(slot);
            left -= 1;
          }
          isGiven.add(interactionId);
        }
        const after = roster.map((one) => ({ ...one, heldSlots: held.get(one.agentId) ?? [] }));
        for (const wanted of queue
          .filter((one) => !one.isAway && !isGiven.has(one.interactionId))
          .sort(byLongestWait)) {
          expect(after.some((one) => isEligible(one, wanted))).toBe(false);
        }
      }),
      parameters,
    );
  });

  it('[R6] takes only free slots within the range', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), slots, fc.nat(SLOT_COUNT), (channel, held, capacity) => {
        for (const slot of slotsFor(channel, held, capacity) ?? []) {
          expect(slot).toBeGreaterThanOrEqual(0);
          expect(slot).toBeLessThan(SLOT_COUNT);
          expect(held).not.toContain(slot);
        }
      }),
      parameters,
    );
  });
});
