import { beforeEach, describe, expect, it } from 'vitest';

import { dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';
import { byNumber } from '../../support/by-number';

const PERSISTENCE_MS = 90_000;

export function describeDeadlines(open: OpenChatWorld): void {
  let scene: ChatScene;
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
}
