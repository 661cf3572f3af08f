import { describe, expect, it } from 'vitest';

import {
  planSending,
  startSending,
  toEncoding,
  type Conditions,
  type SendingPlan,
} from '../../../plugins/attendance/media/direct/adapt-sending';

const CEILING = 720;
const good: Conditions = { availableKbps: 3_000, loss: 0 };

const after = (looks: number, seen: Conditions, from: SendingPlan = startSending(CEILING)): SendingPlan =>
  Array.from({ length: looks }).reduce<SendingPlan>((plan) => planSending(plan, seen), from);
const encoded = (plan: SendingPlan, captured = 720) => toEncoding(plan, captured, CEILING);
const lines = (plan: SendingPlan) => 720 / encoded(plan).scaleDownBy;

describe('[M6] what is sent follows what the connection allows', () => {
  it('begins with all that the ceiling allows, and never sends more', () => {
    expect(lines(startSending(CEILING))).toBe(720);
    expect(lines(after(50, good))).toBe(720);
    expect(toEncoding(startSending(360), 1_080, 360).scaleDownBy).toBe(3);
    expect(toEncoding(startSending(500), 720, 500).scaleDownBy).toBeGreaterThanOrEqual(720 / 500);
    expect(toEncoding(startSending(180), 120, 180).scaleDownBy).toBe(1);
  });

  it('bears one bad look, and goes down with the second, as far as it must at once', () => {
    const narrow: Conditions = { availableKbps: 330, loss: 0 };
    expect(lines(after(1, narrow))).toBe(720);
    expect(lines(after(2, narrow))).toBe(360);
    expect(encoded(after(2, narrow)).maxKbps).toBeLessThan(encoded(startSending(CEILING)).maxKbps);
  });

  it('goes down for heavy loss alone', () => {
    expect(lines(after(2, { availableKbps: null, loss: 0.2 }))).toBe(480);
  });

  it('lets the picture rest before the voice suffers', () => {
    const starving = after(2, { availableKbps: 70, loss: 0 });
    expect(encoded(starving).isActive).toBe(false);
    expect(encoded(after(20, { availableKbps: 70, loss: 0.3 }, starving)).isActive).toBe(false);
  });

  it('sends a picture again by itself, small at first, and climbs step by step', () => {
    let plan = after(2, { availableKbps: 70, loss: 0 });
    const seen = new Set<number>();
    for (let look = 0; look < 60; look += 1) {
      plan = planSending(plan, good);
      if (encoded(plan).isActive) seen.add(lines(plan));
    }
    expect([...seen]).toEqual([180, 240, 360, 480, 720]);
  });

  it('judges a picture that is sent again by loss first: what was known of the room is old', () => {
    const rested = after(12, { availableKbps: 70, loss: 0 });
    expect(encoded(rested).isActive).toBe(true);
    const old: Conditions = { availableKbps: 70, loss: 0 };
    expect(encoded(after(5, old, rested)).isActive).toBe(true);
    expect(encoded(after(7, old, rested)).isActive).toBe(false);
    expect(encoded(after(2, { availableKbps: 70, loss: 0.3 }, rested)).isActive).toBe(false);
  });

  it('waits longer each time that the picture had to rest', () => {
    const looksUntilBack = (from: SendingPlan) => {
      let looks = 0;
      for (let plan = from; !encoded(plan).isActive; plan = planSending(plan, good)) looks += 1;
      return looks;
    };
    const once = after(2, { availableKbps: 70, loss: 0 });
    const back = after(looksUntilBack(once), good, once);
    const twice = after(2, { availableKbps: 70, loss: 0.3 }, back);
    expect(looksUntilBack(twice)).toBeGreaterThan(looksUntilBack(once));
  });

  it('does not swing between two steps at an edge', () => {
    let plan = after(2, { availableKbps: 540, loss: 0 });
    const before = plan.step;
    for (let look = 0; look < 40; look += 1) {
      plan = planSending(plan, { availableKbps: look % 2 ? 520 : 560, loss: 0 });
      expect(plan.step).toBe(before);
    }
  });

  it('can climb from every step within what that step itself sends', () => {
    for (let plan = after(2, { availableKbps: 120, loss: 0 }); plan.step > plan.top;) {
      const { maxKbps } = encoded(plan);
      const next = after(3, { availableKbps: maxKbps + 50, loss: 0 }, plan);
      expect(next.step).toBe(plan.step - 1);
      plan = next;
    }
  });
});
