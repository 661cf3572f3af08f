import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { AttendanceModel } from '../../support/attendance/model';
import { anySteps, toStep } from '../../support/attendance/steps';
import { StoredAttendance } from '../../support/attendance/stored';
import { breachesIn } from '../../support/capacity-audit';
import { propertyParameters } from '../../support/seed';
import { startStrapi, type StrapiServer } from '../../support/strapi/strapi-server';

/** Far from now: the plugin's own sweep, by the real clock, finds nothing of ours overdue. */
const START = 4_000_000_000_000;

let server: StrapiServer;

beforeAll(async () => {
  server = await startStrapi();
});

afterAll(async () => {
  await server.stop();
});

it('[M1] [M2] [M5] [R2] [R3] [R4] [R5] [R6] [R7] [R9] [P3] [P5] [K4] [K7] the store does, step by step, what the model says', async () => {
  const knex = server.strapi.db.connection;
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const model = new AttendanceModel(START);
      const stored = await StoredAttendance.begin(knex, START);
      for (const { elapsedMs, step: drawn } of steps) {
        const heldBefore = model.agents.map((_, number) => model.heldBy(number).length);
        model.pass(elapsedMs);
        await stored.pass(elapsedMs);
        const step = toStep(drawn, model.view());
        expect(await stored.take(step)).toBe(model.take(step));
        expect(await stored.view()).toEqual(model.view());
        expect(await breachesIn(knex)).toEqual([]);
        for (const [number, agent] of model.agents.entries()) {
          const held = await knex('attendance_interactions').where({
            status: 'assigned',
            agent_id: stored.agentIds[number],
            channel: 'chat',
          });
          // What was held before may be over a capacity lowered since; nothing is added to it.
          expect(held.length).toBeLessThanOrEqual(Math.max(agent.capacity, heldBefore[number] ?? 0));
        }
      }
      for (const waiting of model.waiting()) expect(model.eligibleFor(waiting)).toEqual([]);
    }),
    propertyParameters('attendance, SQLite', 200),
  );
}, 240_000);
