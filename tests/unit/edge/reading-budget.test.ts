import { describe, expect, it } from 'vitest';

import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import {
  createReadingBudget,
  READING,
} from '../../../plugins/attendance/server/src/gateway/limits/reading-budget';

const PAGE = LIMITS.transcriptPageBytes;

function scene({ visitorFactor = 1, addressFactor = 1 } = {}) {
  let now = 0;
  const budget = createReadingBudget({
    now: () => now,
    networkOf: (address) => address.split('/')[0] ?? '',
    visitorFactor,
    addressFactor,
  });
  const reader = (id: number, address = 'net/1') => ({ visitorId: id as VisitorId, address });
  /** Reads whole pages until refused; answers how many there were, and the wait. */
  const readAll = (id: number, address?: string) => {
    for (let pages = 0; ; pages += 1) {
      const waitMs = budget.take(reader(id, address));
      if (waitMs > 0 || pages > 10_000) return { pages, waitMs };
      budget.charge(reader(id, address), PAGE, true);
    }
  };
  return { budget, readAll, reader, wait: (ms: number) => void (now += ms) };
}

describe('[Z103] finding A3: what visitors are sent of transcripts', () => {
  it('has a budget of each visitor, over all tabs, that says how long to wait and comes back', () => {
    const { readAll, wait } = scene();
    const first = readAll(1);
    expect(first.pages).toBe(READING.visitor.burst / PAGE);
    expect(readAll(1).pages).toBe(0);
    expect(readAll(2, 'net/2').pages).toBe(first.pages);
    wait(first.waitMs);
    expect(readAll(1).pages).toBeGreaterThan(0);
    wait(1_000_000);
    expect(readAll(1).pages).toBe(first.pages);
  });

  it('and one of each network, behind which many visitors may be', () => {
    const { readAll } = scene();
    const pages = Array.from({ length: 20 }, (_, visitor) => readAll(visitor, `net/${visitor}`).pages);
    expect(pages.reduce((sum, one) => sum + one)).toBe(READING.address.burst / PAGE);
    expect(readAll(1, 'elsewhere/1').pages).toBe(0);
    expect(readAll(99, 'elsewhere/1').pages).toBeGreaterThan(0);
  });

  it('small pages cost what they are', () => {
    const { budget, reader } = scene();
    for (let page = 0; page < 400; page += 1) {
      expect(budget.take(reader(1))).toBe(0);
      budget.charge(reader(1), 1_000, true);
    }
  });

  it('a whole conversation may overdraw it, and is paid for afterwards', () => {
    const { budget, reader, wait } = scene();
    expect(budget.take(reader(1))).toBe(0);
    budget.charge(reader(1), READING.visitor.burst + 10 * READING.visitor.perSecond, true);
    const waitMs = budget.take(reader(1));
    expect(waitMs).toBeGreaterThanOrEqual(10_000);
    wait(waitMs);
    expect(budget.take(reader(1))).toBeLessThanOrEqual(1);
  });

  it('is lifted by a factor of 0', () => {
    expect(scene({ addressFactor: 0, visitorFactor: 0 }).readAll(1).pages).toBeGreaterThan(10_000);
  });

  it('keeps nothing of those who have not read for long', () => {
    const { budget, reader, wait } = scene();
    for (let id = 0; id < 5_000; id += 1) {
      wait(1);
      budget.charge(reader(id, `n${id}/1`), 10, false);
    }
    // What is left of it refuses nobody.
    expect(budget.take(reader(1, 'n1/1'))).toBe(0);
  });

  it('[Z105] finding A13: one long reading at a time of a visitor', () => {
    const { budget } = scene();
    const id = 1 as VisitorId;
    expect([budget.begin(id), budget.begin(id), budget.begin(2 as VisitorId)]).toEqual([true, false, true]);
    budget.end(id);
    expect(budget.begin(id)).toBe(true);
  });
});
