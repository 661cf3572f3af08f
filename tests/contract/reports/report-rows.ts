import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { createFilling } from '../../../plugins/attendance/server/src/application/reports/fill-past';
import { removeDepartment } from '../../../plugins/attendance/server/src/application/departments/configure';
import { mergeVisitors } from '../../../plugins/attendance/server/src/application/known-visitors/merge-visitors';
import { addTag } from '../../../plugins/attendance/server/src/application/tools/tag';
import { rate } from '../../../plugins/attendance/server/src/application/ratings/rate';
import type { ReportRecord } from '../../../plugins/attendance/server/src/domain/reports/report-record';
import { asUpdate, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const BY = { userId: 1, userName: 'Ana' };
const STARS = { kind: 'stars', asksComment: false } as const;
const CALLER = { kind: 'call-answer', room: 'sala', provider: 'direct' } as const;

/** Report rows, written with the end and measured later: what is expected is counted by hand. */
export function describeReportRows(open: OpenChatWorld): void {
  let scene: ChatScene;
  let ana: AgentId;
  let messages: number;
  beforeEach(async () => {
    scene = await openScene(open);
    messages = 0;
    ana = await scene.online('Ana');
  });

  const at = (ms: number): number => {
    scene.clock.time = START + ms;
    return scene.clock.time;
  };
  const say = async (id: InteractionId, ms: number, agentId: AgentId | null): Promise<void> => {
    at(ms);
    messages += 1;
    const visitorId = await scene.visitorOf(id);
    const name = `m${messages}`;
    dataOf(
      await scene.messages.post({
        interactionId: id,
        clientMessageId: name,
        body: name,
        author:
          agentId === null
            ? { side: 'visitor', visitorId }
            : { side: 'agent', agentId, agentName: 'whoever' },
      }),
    );
  };
  const reportOf = async (id: InteractionId): Promise<ReportRecord> => {
    const found = (await scene.reportTables.reports()).find(({ row }) => row.interactionId === id);
    if (found === undefined) throw new Error('it has no report row');
    return found;
  };
  const requested = async (channel: 'chat' | 'voice' = 'chat'): Promise<InteractionId> => {
    at(0);
    return scene.waiting(channel);
  };
  const claim = async (id: InteractionId, agentId: AgentId, ms: number) =>
    dataOf(await scene.interactions.claim(id, agentId, at(ms)));
  const apply = async (id: InteractionId, ms: number, command: Parameters<ChatScene['apply']>[1]) =>
    dataOf(await scene.apply(id, command, at(ms)));

  /** A chat with everything: waited 1 s, rang 2 s, first answered at 7 s, answered twice after, ended by its visitor at 60 s and by Ana at 75 s. */
  async function wholeChat(): Promise<InteractionId> {
    const id = await requested();
    const vip = await scene.tag('vip');
    await claim(id, ana, 1_000);
    await apply(id, 3_000, { kind: 'open', agentId: ana });
    dataOf(await scene.database.transact((tx) => addTag(tx, id, ana, vip, START)));
    await say(id, 4_000, null);
    await say(id, 7_000, ana);
    await say(id, 8_000, ana);
    await say(id, 20_000, null);
    await say(id, 25_000, null);
    await say(id, 30_000, ana);
    await say(id, 40_000, null);
    await say(id, 45_000, ana);
    await say(id, 50_000, null);
    await apply(id, 60_000, { kind: 'visitor-end' });
    await apply(id, 75_000, { kind: 'agent-end', agentId: ana });
    return id;
  }

  describe('report rows', () => {
    it('[D1] a chat is measured with its end, by the names of that moment', async () => {
      const id = await wholeChat();
      const record = await reportOf(id);
      await scene.reportTables.rename(ana, 'Ana Lima');
      expect(await reportOf(id)).toEqual(record);
      expect(record).toEqual({
        row: {
          interactionId: id,
          requestedAt: START,
          endedAt: START + 60_000,
          closedAt: START + 75_000,
          channel: 'chat',
          beganAs: 'chat',
          siteId: scene.siteId,
          siteName: 'Loja',
          departmentId: null,
          departmentName: '',
          agentId: ana,
          agentName: 'Ana',
          origin: 'shop.example/a',
          outcome: 'answered',
          endedBy: 'visitor',
          waitingMs: 1_000,
          ringMs: 2_000,
          firstResponseMs: 7_000,
          responseTotalMs: 15_000,
          responseCount: 2,
          durationMs: 60_000,
          handlingMs: 72_000,
          wrapUpMs: 15_000,
          callMs: null,
          callCount: 0,
          missedCount: 0,
          transferCount: 0,
          isRatingAsked: false,
          ratingScale: null,
          ratingScore: null,
        },
        assignments: [
          {
            interactionId: id,
            agentId: ana,
            agentName: 'Ana',
            channel: 'chat',
            assignedAt: START + 1_000,
            openedAt: START + 3_000,
            releasedAt: START + 75_000,
            outcome: 'ended',
            ringMs: 2_000,
            firstResponseMs: 7_000,
            responseTotalMs: 15_000,
            responseCount: 2,
            handlingMs: 72_000,
            wrapUpMs: 15_000,
          },
        ],
        tags: [
          { interactionId: id, tagId: expect.any(Number) as number, name: expect.any(String) as string },
        ],
      });
    });

    it('[D1] nothing is measured of what goes on', async () => {
      const id = await requested();
      await claim(id, ana, 1_000);
      await apply(id, 2_000, { kind: 'visitor-end' });
      expect(await scene.reportTables.reports()).toEqual([]);
      expect(await scene.reportTables.past.unread(new Set())).toBe(0);
    });

    it.each([
      ['gives up', 'visitor', [{ kind: 'cancel' }]],
      ['stays away', 'nobody', [{ kind: 'leave', persistenceMs: 1 }, { kind: 'expire' }]],
      ['is blocked', 'system', [{ kind: 'block' }]],
    ] as const)('[D1] [P5] who %s while waiting abandons', async (_, endedBy, commands) => {
      const id = await requested();
      for (const command of commands) await apply(id, command.kind === 'leave' ? 0 : 9_000, command);
      const { assignments, row } = await reportOf(id);
      expect(assignments).toEqual([]);
      expect(row).toMatchObject({
        ...{ outcome: 'abandoned', endedBy, agentId: null, agentName: '' },
        ...{ waitingMs: 9_000, durationMs: 9_000, ringMs: null, handlingMs: null, wrapUpMs: null },
        ...{ firstResponseMs: null, callMs: null, responseCount: 0 },
      });
    });

    it.each([
      ['stays away', 'nobody', 'leave'],
      ['is blocked', 'system', 'block'],
    ] as const)('[D1] [P3] who %s once assigned is told apart from who ends', async (_, endedBy, kind) => {
      const id = await requested();
      await claim(id, ana, 1_000);
      if (kind === 'leave') await apply(id, 2_000, { kind, persistenceMs: 1 });
      await apply(id, 5_000, { kind: kind === 'leave' ? 'expire' : kind });
      await apply(id, 6_000, { kind: 'agent-end', agentId: ana });
      expect((await reportOf(id)).row).toMatchObject({
        ...{ outcome: 'unanswered', endedBy, durationMs: 5_000, wrapUpMs: 1_000 },
        ...{ ringMs: null, handlingMs: null, firstResponseMs: null },
      });
    });

    it('[D1] [R10] [R15] who missed it and who handed it on are counted, and each has their own figures', async () => {
      const bruno = await scene.online('Bruno');
      const carla = await scene.online('Carla');
      const id = await requested();
      await claim(id, ana, 1_000);
      const names = { agentName: 'Ana', reason: 'missed' } as const;
      await apply(id, 40_000, { kind: 'put-back', agentId: ana, ...names });
      await claim(id, bruno, 41_000);
      await apply(id, 43_000, { kind: 'open', agentId: bruno });
      await say(id, 44_000, bruno);
      await say(id, 50_000, null);
      const to = { kind: 'agent', agentId: carla } as const;
      const request = { agentId: bruno, agentName: 'Bruno', note: '', to };
      dataOf(await scene.interactions.transfer(id, request, at(52_000)));
      await apply(id, 55_000, { kind: 'open', agentId: carla });
      await say(id, 58_000, carla);
      await apply(id, 60_000, { kind: 'agent-end', agentId: carla });
      const { assignments, row } = await reportOf(id);
      expect(row).toMatchObject({
        ...{ agentId: carla, agentName: 'Carla', outcome: 'answered', endedBy: 'agent' },
        ...{ waitingMs: 1_000, ringMs: 2_000, firstResponseMs: 44_000 },
        ...{ responseCount: 1, responseTotalMs: 8_000, handlingMs: 14_000, wrapUpMs: null },
        ...{ missedCount: 1, transferCount: 1, durationMs: 60_000 },
      });
      expect(assignments).toMatchObject([
        { agentId: ana, outcome: 'missed', ringMs: null, handlingMs: null, firstResponseMs: null },
        { agentId: bruno, outcome: 'transferred', ringMs: 2_000, handlingMs: 9_000, firstResponseMs: 44_000 },
        { agentId: carla, outcome: 'ended', ringMs: 3_000, handlingMs: 5_000, firstResponseMs: null },
      ]);
      expect(assignments.map((one) => [one.responseCount, one.responseTotalMs])).toEqual([
        [0, 0],
        [0, 0],
        [1, 8_000],
      ]);
    });

    it('[D1] [R14] what a lost agent had not opened is missed, and what they had opened is not', async () => {
      const id = await requested();
      const put = { kind: 'put-back', agentId: ana, agentName: 'Ana', reason: 'lost' } as const;
      await claim(id, ana, 1_000);
      await apply(id, 2_000, put);
      await claim(id, ana, 3_000);
      await apply(id, 4_000, { kind: 'open', agentId: ana });
      await apply(id, 9_000, put);
      await apply(id, 10_000, { kind: 'cancel' });
      expect((await reportOf(id)).row).toMatchObject({
        ...{ outcome: 'abandoned', agentId: ana, missedCount: 1, transferCount: 0 },
        ...{ waitingMs: 10_000, ringMs: 1_000, handlingMs: 5_000, wrapUpMs: null },
      });
    });

    it('[D1] [M1] [M5] a chat that was raised to a call counts as one that began as a chat, which goes on after its calls: it wraps up from the visitor’s end', async () => {
      const agent = { side: 'agent', agentId: ana } as const;
      const id = await requested();
      await claim(id, ana, 1_000);
      await apply(id, 2_000, { kind: 'open', agentId: ana });
      await apply(id, 5_000, { kind: 'call-ask', by: { side: 'visitor' }, medium: 'voice' });
      await apply(id, 8_000, { ...CALLER, by: agent });
      await say(id, 9_000, ana);
      await apply(id, 20_000, { kind: 'call-hang-up', by: agent });
      await apply(id, 22_000, { kind: 'call-ask', by: agent, medium: 'voice' });
      await apply(id, 25_000, { ...CALLER, room: 'outra', by: { side: 'visitor' } });
      await apply(id, 31_000, { kind: 'call-hang-up', by: { side: 'visitor' } });
      await apply(id, 40_000, { kind: 'visitor-end' });
      await apply(id, 45_000, { kind: 'agent-end', agentId: ana });
      expect((await reportOf(id)).row).toMatchObject({
        ...{ beganAs: 'chat', channel: 'voice', callCount: 2, callMs: 18_000 },
        ...{ firstResponseMs: 8_000, wrapUpMs: 5_000, durationMs: 40_000, endedBy: 'visitor' },
      });
    });

    it('[D1] of who came for a call the answer is the first response, whatever was written before', async () => {
      const id = await requested('voice');
      await claim(id, ana, 1_000);
      await say(id, 3_000, ana);
      await apply(id, 6_000, { ...CALLER, by: { side: 'agent', agentId: ana } });
      await apply(id, 9_000, { kind: 'agent-end', agentId: ana });
      const { assignments, row } = await reportOf(id);
      expect(row).toMatchObject({
        ...{ beganAs: 'voice', firstResponseMs: 6_000, ringMs: 5_000 },
        ...{ callMs: 3_000, wrapUpMs: 0, endedBy: 'agent' },
      });
      expect(assignments).toMatchObject([{ firstResponseMs: 6_000, wrapUpMs: 0 }]);
    });

    it('[D1] [W4] [Z25] a rating counts whether it comes before its agent’s end, after it, or changes', async () => {
      await scene.reportTables.askForRating(scene.siteId);
      const id = await requested();
      await claim(id, ana, 1_000);
      await apply(id, 2_000, { kind: 'agent-end', agentId: ana });
      expect((await reportOf(id)).row).toMatchObject({ isRatingAsked: true, ratingScore: null });
      const give = async (score: number) =>
        dataOf(
          await scene.database.transact((tx) =>
            rate(tx, id, { scale: 'stars', score, comment: '' }, STARS, START + 3_000),
          ),
        );
      await give(2);
      expect((await reportOf(id)).row).toMatchObject({ ratingScale: 'stars', ratingScore: 2 });
      await give(5);
      expect((await reportOf(id)).row).toMatchObject({ isRatingAsked: true, ratingScore: 5 });
      const gone = await requested();
      await apply(gone, 1_000, { kind: 'cancel' });
      expect((await reportOf(gone)).row.isRatingAsked).toBe(false);
    });

    it('[D1] [Z73] a union of its visitor with another, and the end of its department, change nothing of it', async () => {
      const departmentId = await scene.department('vendas');
      at(0);
      const id = await scene.waiting('chat', departmentId);
      const gone = await scene.visitorOf(id);
      const kept = await scene.visitor();
      const unite = (keptId: typeof gone, goneId: typeof gone) =>
        scene.database.transact((tx) =>
          mergeVisitors(tx, { keptId, goneId, choices: { fieldValues: {} }, by: BY }, scene.clock.time),
        );
      const [profile] = await scene.agents.profiles();
      if (profile === undefined) throw new Error('nobody attends');
      dataOf(await scene.agents.update(ana, { ...asUpdate(profile), departmentIds: [departmentId] }));
      await claim(id, ana, 1_000);
      await apply(id, 3_000, { kind: 'open', agentId: ana });
      await say(id, 4_000, null);
      dataOf(await unite(kept, gone));
      await say(id, 9_000, ana);
      await apply(id, 20_000, { kind: 'visitor-end' });
      await apply(id, 30_000, { kind: 'agent-end', agentId: ana });
      const record = await reportOf(id);
      expect(record.row).toMatchObject({
        ...{ departmentId, departmentName: 'vendas', waitingMs: 1_000, firstResponseMs: 9_000 },
        ...{ durationMs: 20_000, handlingMs: 27_000, wrapUpMs: 10_000 },
      });
      const third = await scene.visitor();
      dataOf(await unite(third, kept));
      dataOf(await scene.database.transact((tx) => removeDepartment(tx, departmentId)));
      expect(await reportOf(id)).toEqual(record);
    });

    it('[Z144] what an older version left is measured alike, the newest first, and counted until it is', async () => {
      const { forgetReports, past, reports } = scene.reportTables;
      const first = await wholeChat();
      const second = await requested();
      await apply(second, 90_000, { kind: 'cancel' });
      const going = await requested();
      const written = await reports();
      await forgetReports();
      expect(await past.unread(new Set())).toBe(2);
      expect(await past.missing(new Set())).toEqual([second, first]);
      expect(await past.missing(new Set([second]))).toEqual([first]);
      expect(await past.unread(new Set([second]))).toBe(1);
      await past.measure([second, first, going]);
      expect(await reports()).toEqual(written);
      expect(await past.unread(new Set())).toBe(0);
      await past.measure([first]);
      expect(await reports()).toEqual(written);
    });

    it('[Z144] a filling that is cut short goes on where it was', async () => {
      const { forgetReports, past, reports } = scene.reportTables;
      for (let count = 0; count < 12; count += 1) {
        const id = await requested();
        await apply(id, 1_000 + count, { kind: 'cancel' });
      }
      const written = await reports();
      await forgetReports();
      let time = 0;
      // Each look at the clock takes 60 ms of the 100.
      const fill = createFilling({
        past,
        elapsed: () => (time += 60),
        isUnavailable: () => false,
        unmeasurable: new Set(),
        onUnmeasurable: () => undefined,
      });
      await fill();
      expect(await past.unread(new Set())).toBe(2);
      await fill();
      expect(await past.unread(new Set())).toBe(0);
      expect(await reports()).toEqual(written);
    });
  });
}
