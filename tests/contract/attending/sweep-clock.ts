import { beforeEach, describe, expect, it } from 'vitest';

import { dataOf, openScene, START, type OpenPeopleWorld, type PeopleScene } from '../world';
import { byNumber } from '../../support/by-number';

const PERSISTENCE_MS = 90_000;

export function describeSweepClock(open: OpenPeopleWorld): void {
  let scene: PeopleScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });
  const leave = { kind: 'leave', persistenceMs: PERSISTENCE_MS } as const;
  const rungOutIds = async (now: number) =>
    (await scene.interactions.rungOut(now)).map(({ request }) => request.interactionId);

  describe('the sweep clock', () => {
    it('[P4] tells no outage on the first beat, nor between beats at most 3 s apart', async () => {
      const { interactions, sweepClock } = scene;
      dataOf(await interactions.transition(await scene.waiting(), leave, START));
      expect(await sweepClock.beat(START)).toBe(0);
      expect(await sweepClock.beat(START + 1_000)).toBe(0);
      expect(await sweepClock.beat(START + 4_000)).toBe(0);
      expect(await sweepClock.beat(START + 7_001)).toBe(3_001);
    });

    it('[P4] [Z93] finding S13: knows when nothing has a deadline, and takes that time for no outage', async () => {
      const { agents, interactions, sweepClock } = scene;
      const ana = await scene.online('Ana');
      const held = await scene.assigned(ana);
      expect(await sweepClock.hasDeadlines()).toBe(true);
      dataOf(await interactions.transition(held, { kind: 'open', agentId: ana }, START));
      expect(await sweepClock.hasDeadlines()).toBe(false);
      await agents.setLost(ana, START + 1_000);
      expect(await sweepClock.hasDeadlines()).toBe(true);
      await sweepClock.beat(START + 1_500);
      await agents.setPresence(ana, 'offline');
      expect(await sweepClock.hasDeadlines()).toBe(true);
      dataOf(await interactions.transition(held, { kind: 'visitor-end' }, START + 2_000));
      // What the visitor has ended stays with its agent, for as long as that takes.
      expect(await sweepClock.hasDeadlines()).toBe(false);
      expect(await sweepClock.beat(START + 500_000)).toBe(0);
      const later = START + 900_000;
      const gone = await scene.waiting();
      dataOf(await interactions.transition(gone, leave, later));
      expect(await sweepClock.beat(later + 900)).toBe(0);
      expect(await interactions.overdue(later + 89_999)).toEqual([]);
      expect(await interactions.overdue(later + 90_000)).toEqual([gone]);
    });

    it('[P4] [Z93] no outage is seen in a time of rest through which the process beat, whatever a row says of when it was set', async () => {
      const { agents, interactions, sweepClock } = scene;
      const ana = await scene.online('Ana');
      const held = await scene.assigned(ana);
      dataOf(await interactions.transition(held, { kind: 'open', agentId: ana }, START));
      expect(await sweepClock.beat(START + 60_000)).toBe(0);
      await agents.setLost(ana, START + 30_000);
      expect(await sweepClock.beat(START + 61_000)).toBe(0);
      expect(await agents.lost()).toMatchObject([{ lostAt: START + 30_000 }]);
    });

    it('[P4] what was set just before an outage is moved by the outage, though no beat came between', async () => {
      const { interactions, sweepClock } = scene;
      const gone = await scene.waiting();
      dataOf(await interactions.transition(gone, leave, START));
      // From the beat on that could have come just before.
      expect(await sweepClock.beat(START + 60_000)).toBe(61_000);
      expect(await interactions.overdue(START + 150_999)).toEqual([]);
      expect(await interactions.overdue(START + 151_000)).toEqual([gone]);
    });

    it('[P4] [R10] [R14] moves every deadline by the outage, once, though two beat after it', async () => {
      const { agents, interactions, sweepClock } = scene;
      const ana = await scene.online('Ana');
      const ringing = await scene.assigned(ana);
      const away = await scene.waiting();
      dataOf(await interactions.transition(away, leave, START));
      await agents.setLost(ana, START);
      await sweepClock.beat(START);
      const gaps = await Promise.all([sweepClock.beat(START + 60_000), sweepClock.beat(START + 60_000)]);
      expect([...gaps].sort(byNumber)).toEqual([0, 60_000]);
      expect(await interactions.overdue(START + 149_999)).toEqual([]);
      expect(await interactions.overdue(START + 150_000)).toEqual([away]);
      expect(await rungOutIds(START + 89_999)).toEqual([]);
      expect(await rungOutIds(START + 90_000)).toEqual([ringing]);
      expect(await agents.lost()).toEqual([{ id: ana, publicName: 'Ana', lostAt: START + 60_000 }]);
    });

    it('[P4] [R14] two outages in a row, the first of which moved what was set just before it, are both moved by', async () => {
      const { agents, sweepClock } = scene;
      const ana = await scene.online('Ana');
      await agents.setLost(ana, START);
      expect(await sweepClock.beat(START + 3_001)).toBe(4_001);
      expect(await sweepClock.beat(START + 6_002)).toBe(3_001);
      expect(await agents.lost()).toMatchObject([{ lostAt: START + 7_002 }]);
    });

    it('[P4] what is set between two beats is there for the whole gap between them', async () => {
      const { interactions, sweepClock } = scene;
      const early = await scene.waiting();
      dataOf(await interactions.transition(early, leave, START));
      expect(await sweepClock.beat(START)).toBe(0);
      const gone = await scene.waiting();
      dataOf(await interactions.transition(gone, leave, START + 900));
      expect(await sweepClock.beat(START + 3_500)).toBe(3_500);
      expect(await interactions.overdue(START + 94_399)).toEqual([early]);
      expect([...(await interactions.overdue(START + 94_400))].sort(byNumber)).toEqual(
        [early, gone].sort(byNumber),
      );
    });

    it('[P4] does not move what was set after the outage, by whoever noticed it sooner', async () => {
      const { agents, interactions, sweepClock } = scene;
      const ana = await scene.online('Ana');
      await sweepClock.beat(START);
      const now = START + 60_000;
      scene.clock.time = now;
      const ringing = await scene.assigned(ana);
      const away = await scene.waiting();
      dataOf(await interactions.transition(away, leave, now));
      await agents.setLost(ana, now);
      expect(await sweepClock.beat(now + 500)).toBe(0);
      expect((await interactions.find(away))?.interaction.away).toEqual({ since: now, until: now + 90_000 });
      expect((await interactions.find(ringing))?.interaction).toMatchObject({
        ring: { until: now + 30_000 },
      });
      expect(await agents.lost()).toMatchObject([{ lostAt: now }]);
    });

    it('[P4] a ring that rests, and a visitor who is here, know of no outage', async () => {
      const { interactions, sweepClock } = scene;
      const ana = await scene.online('Ana');
      const resting = await scene.assigned(ana);
      const here = await scene.waiting();
      dataOf(await interactions.transition(resting, leave, START + 10_000));
      await sweepClock.beat(START + 10_000);
      await sweepClock.beat(START + 70_000);
      expect((await interactions.find(resting))?.interaction).toMatchObject({ ring: { leftMs: 20_000 } });
      expect((await interactions.find(here))?.interaction.away).toBeNull();
    });

    it('[P4] an outage is not charged to whoever is asked', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      dataOf(await scene.interactions.transition(id, { kind: 'open', agentId: ana }, START));
      await scene.sweepClock.beat(START);
      const asks = { kind: 'call-ask', by: { side: 'agent', agentId: ana }, medium: 'video' } as const;
      dataOf(await scene.interactions.transition(id, asks, START));
      await scene.sweepClock.beat(START + 100_000);
      expect(await scene.interactions.unansweredCalls(START + 100_000)).toEqual([]);
    });
  });
}
