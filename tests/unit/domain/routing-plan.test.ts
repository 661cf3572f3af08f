import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import {
  hasRoom,
  isCall,
  SLOT_COUNT,
  slotsFor,
} from '../../../plugins/attendance/server/src/domain/routing/capacity';
import {
  byLongestWait,
  chooseAgent,
  type RoutingAgent,
  type RoutingRequest,
} from '../../../plugins/attendance/server/src/domain/routing/routing';
import {
  planAssignments,
  type PlannedAssignment,
} from '../../../plugins/attendance/server/src/domain/routing/routing-plan';
import { propertyParameters } from '../../support/seed';

const id = (value: number) => value as never;
const NOW = 1_000;
const AGENTS = 6;
const REQUESTS = 15;

const anyAgent = fc.record({
  isOnline: fc.boolean(),
  isConnected: fc.boolean(),
  channels: fc.subarray([...CHANNELS]),
  departmentIds: fc.subarray([1, 2].map(id)),
  capacity: fc.nat(4),
  heldSlots: fc.uniqueArray(fc.nat(SLOT_COUNT - 1), { maxLength: 4 }),
  lastAssignedAt: fc.nat(3),
  reservedFor: fc.option(fc.integer({ min: 1, max: REQUESTS }).map(id), { freq: 4 }),
});
const anyRequest = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  departmentId: fc.constantFrom(null, id(1), id(2)),
  waitingSince: fc.nat(20),
  isAway: fc.boolean(),
  previousAgentId: fc.option(fc.integer({ min: 1, max: AGENTS }).map(id)),
  missedBy: fc.subarray(Array.from({ length: AGENTS }, (_, index) => id(index + 1))),
  transferredBy: fc.option(fc.integer({ min: 1, max: AGENTS }).map(id)),
});

/** The rule said plainly: for each request, the choice among all agents as they are by then. */
function planPlainly(
  requests: readonly RoutingRequest[],
  agents: readonly RoutingAgent[],
): PlannedAssignment[] {
  const roster = [...agents];
  return requests
    .filter(({ isAway }) => !isAway)
    .sort(byLongestWait)
    .flatMap((request) => {
      const agent = chooseAgent(roster, request);
      if (agent === null) return [];
      const taken = slotsFor(request.channel, agent.heldSlots, agent.capacity) ?? [];
      roster[roster.indexOf(agent)] = {
        ...agent,
        heldSlots: [...agent.heldSlots, ...taken],
        openInteractions: agent.openInteractions + 1,
        lastAssignedAt: NOW,
        reservedFor: isCall(request.channel) ? null : agent.reservedFor,
      };
      return [{ interactionId: request.interactionId, agentId: agent.agentId }];
    });
}

describe('the plan for a long queue before many agents', () => {
  it('[R7] [R8] [R10] is what choosing among all agents for each request gives', () => {
    fc.assert(
      fc.property(
        fc.array(anyAgent, { maxLength: AGENTS }),
        fc.array(anyRequest, { maxLength: REQUESTS }),
        (people, queue) => {
          const agents = people.map((fields, index) => ({
            ...fields,
            agentId: id(index + 1),
            openInteractions: fields.heldSlots.length,
          }));
          const requests = queue.map((fields, index) => ({
            ...fields,
            interactionId: id(index + 1),
            visitorId: id(index + 1),
          }));
          expect(planAssignments(requests, agents, NOW)).toEqual(planPlainly(requests, agents));
        },
      ),
      propertyParameters('routing plan', 10_000),
    );
  });

  it('[R2] [R3] [R4] tells room where there are slots to take', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.uniqueArray(fc.nat(SLOT_COUNT - 1)),
        fc.nat(SLOT_COUNT),
        (channel, held, capacity) =>
          hasRoom(channel, held, capacity) === (slotsFor(channel, held, capacity) !== null),
      ),
      propertyParameters('room', 10_000),
    );
  });
});
