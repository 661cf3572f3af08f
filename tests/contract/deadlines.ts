import { beforeEach, describe, expect, it } from 'vitest';

import { dataOf, openScene, START, type OpenWorld, type Scene } from './world';
import { byNumber } from '../support/by-number';

const PERSISTENCE_MS = 90_000;

export function describeDeadlines(open: OpenWorld): void {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene(open);
  });
  const leave = { kind: 'leave', persistenceMs: PERSISTENCE_MS } as const;
  const rungOutIds = async (now: number) =>
    (await scene.interactions.rungOut(now)).map(({ request }) => request.interactionId);

  describe('what is due', () => {
    it('[P3] [P4] [P5] finds who was away for too long from the deadline on, never before it', async () => {
      const { interactions } = scene;
      const waiting = await scene.waiting();
      const assigned = await scene.assigned(await scene.online('Ana'));
      const present = await scene.waiting();
      dataOf(await interactions.transition(waiting, leave, START));
      dataOf(await interactions.transition(assigned, leave, START + 500));
      expect(await interactions.overdue(START + 89_999)).toEqual([]);
      expect(await interactions.overdue(START + 90_000)).toEqual([waiting]);
      expect([...(await interactions.overdue(START + 90_500))].sort(byNumber)).toEqual(
        [waiting, assigned].sort(byNumber),
      );
      for (const id of [waiting, assigned])
        dataOf(await interactions.transition(id, { kind: 'expire' }, START + 91_000));
      expect(await interactions.overdue(START + 500_000)).toEqual([]);
      expect((await interactions.find(present))?.interaction.status).toBe('waiting');
    });

    it('[R10] finds what nobody opened in time, and not what was opened, is away or has ended', async () => {
      const ana = await scene.online('Ana');
      const { interactions } = scene;
      const unopened = await scene.assigned(ana);
      const opened = await scene.assigned(ana);
      const away = await scene.assigned(ana);
      const ended = await scene.assigned(ana);
      dataOf(await interactions.transition(opened, { kind: 'open', agentId: ana }, START));
      dataOf(await interactions.transition(away, leave, START));
      dataOf(await interactions.transition(ended, { kind: 'visitor-end' }, START));
      expect(await rungOutIds(START + 29_999)).toEqual([]);
      expect(await interactions.rungOut(START + 30_000)).toEqual([
        {
          agentId: ana,
          request: {
            interactionId: unopened,
            visitorId: await scene.visitorOf(unopened),
            channel: 'chat',
            departmentId: null,
            waitingSince: START,
            isAway: false,
            previousAgentId: ana,
            missedBy: [],
            transferredBy: null,
          },
        },
      ]);
    });

    it('[R7] [R10] passes the longest wait first', async () => {
      const ana = await scene.online('Ana');
      const bruno = await scene.online('Bruno');
      scene.clock.time = START + 2;
      const later = await scene.assigned(ana);
      scene.clock.time = START + 1;
      const earlier = await scene.assigned(bruno);
      expect(await rungOutIds(START + 60_000)).toEqual([earlier, later]);
    });

    it('[P4] after a start of the service every live visitor is away from then on; who was away already stays so', async () => {
      const { interactions } = scene;
      const ana = await scene.online('Ana');
      const here = await scene.assigned(ana);
      const gone = await scene.waiting();
      const over = await scene.assigned(ana);
      dataOf(await interactions.transition(gone, leave, START));
      dataOf(await interactions.transition(over, { kind: 'visitor-end' }, START));
      const revision = (await interactions.find(here))?.revision ?? 0;
      await interactions.markAllAway(PERSISTENCE_MS, START + 7);
      expect(await interactions.find(here)).toMatchObject({
        revision: revision + 1,
        interaction: { away: { since: START + 7, until: START + 90_007 } },
      });
      expect((await interactions.find(gone))?.interaction.away).toEqual({
        since: START,
        until: START + 90_000,
      });
      expect((await interactions.find(over))?.interaction.away).toBeNull();
    });

    it('[R10] [P4] after a start of the service rings rest until the visitor is back', async () => {
      const { interactions } = scene;
      const ana = await scene.online('Ana');
      const ringing = await scene.assigned(ana);
      const opened = await scene.assigned(ana);
      dataOf(await interactions.transition(opened, { kind: 'open', agentId: ana }, START));
      await interactions.markAllAway(PERSISTENCE_MS, START + 10_000);
      expect((await interactions.find(ringing))?.interaction).toMatchObject({ ring: { leftMs: 20_000 } });
      expect((await interactions.find(opened))?.interaction).toMatchObject({ ring: null });
      dataOf(await interactions.transition(ringing, { kind: 'return' }, START + 60_000));
      expect(await rungOutIds(START + 79_999)).toEqual([]);
      expect(await rungOutIds(START + 80_000)).toEqual([ringing]);
    });
  });

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
  });
}
