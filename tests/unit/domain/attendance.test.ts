import fc from 'fast-check';
import { expect, it } from 'vitest';

import { AttendanceModel } from '../../support/attendance/model';
import { PureRules } from '../../support/attendance/pure-rules';
import { anySteps, toStep } from '../../support/attendance/steps';
import { propertyParameters } from '../../support/seed';

const START = 1_764_000_000_000;

it('[R1] [R2] [M1] [M5] [R3] [R4] [R5] [R7] [R11] [P3] [P5] [K4] [K7] the rules do, step by step, what a naive model says', () => {
  const covered = {
    assigned: 0,
    abandoned: 0,
    ended: 0,
    refused: 0,
    calls: 0,
    asked: 0,
    raised: 0,
    hungUp: 0,
  };
  const parameters = propertyParameters('attendance, pure rules', 10_000);
  fc.assert(
    fc.property(anySteps, (steps) => {
      const model = new AttendanceModel(START);
      const rules = new PureRules(START);
      for (const { elapsedMs, step: drawn } of steps) {
        model.pass(elapsedMs);
        rules.pass(elapsedMs);
        const step = toStep(drawn, model.view());
        const outcome = rules.take(step);
        expect(outcome).toBe(model.take(step));
        expect(rules.view()).toEqual(model.view());
        if (outcome !== 'ok') covered.refused += 1;
        if (model.interactions.some(({ call }) => call?.state === 'ringing' && call.by === 'agent'))
          covered.asked += 1;
        if (step.kind === 'call-hang-up' && outcome === 'ok') covered.hungUp += 1;
      }
      for (const { beganAs, channel, status } of model.interactions) {
        if (beganAs === 'chat' && channel !== 'chat') covered.raised += 1;
        if (status !== 'waiting') covered[status] += 1;
        if (channel !== 'chat' && status === 'assigned') covered.calls += 1;
      }
    }),
    parameters,
  );
  // A property that never gets to what it is about would prove nothing: each at least once in a hundred runs.
  for (const count of Object.values(covered))
    expect(count, JSON.stringify(covered)).toBeGreaterThan(parameters.numRuns / 100);
});
