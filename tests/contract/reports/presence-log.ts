import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import type { PresenceEndReason } from '../../../plugins/attendance/protocol/reports/report-choices';
import type { AgentId } from '../../../plugins/attendance/protocol/schemas/ids';
import { dataOf, openScene, START, type OpenPeopleWorld, type PeopleScene } from '../world';

const RUNS = Number(process.env['RUNS'] ?? 25);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const AGENTS = 3;

/** What happens to those who are Online, and to the service. */
type Event =
  | { readonly kind: 'online'; readonly who: number; readonly after: number }
  | { readonly kind: 'missed'; readonly who: number; readonly after: number }
  | {
      readonly kind: 'offline';
      readonly who: number;
      readonly after: number;
      readonly reason: PresenceEndReason;
    }
  | { readonly kind: 'away'; readonly after: number }
  | { readonly kind: 'restart'; readonly after: number }
  | { readonly kind: 'back-in-time'; readonly after: number };

const who = fc.nat(AGENTS - 1);
const after = fc.integer({ min: 1, max: 20_000 });
const anyEvents: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('online' as const), who, after }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('offline' as const),
        who,
        after,
        reason: fc.constantFrom<PresenceEndReason>(
          'own-choice',
          'lost',
          'signed-out',
          'supervisor',
          'removed',
        ),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('missed' as const), who, after }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('away' as const, 'restart' as const),
        after: fc.integer({ min: 3_001, max: 90_000 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('back-in-time' as const), after }) },
  ),
  { minLength: 1, maxLength: 18, size: 'max' },
);

/** Times Online, logged with each change of presence: the expected ones are told by the events alone. */
export function describePresenceLog(open: OpenPeopleWorld): void {
  let scene: PeopleScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });
  const at = (ms: number): number => {
    scene.clock.time = START + ms;
    return scene.clock.time;
  };
  const periods = async () =>
    (await scene.reportTables.periods()).map(({ agentName, endedAt, endReason, startedAt }) => [
      agentName,
      startedAt - START,
      endedAt === null ? null : endedAt - START,
      endReason,
    ]);

  describe('the presence log', () => {
    it('[R14] [Z145] notes from when to when somebody was Online and why it ended, each once', async () => {
      const ana = await scene.online('Ana');
      await scene.agents.setPresence(ana, 'online');
      at(5_000);
      await scene.agents.setPresence(ana, 'offline');
      at(6_000);
      await scene.agents.setPresence(ana, 'offline', 'lost');
      at(7_000);
      await scene.agents.setPresence(ana, 'online');
      await scene.reportTables.rename(ana, 'Ana Lima');
      at(9_000);
      await scene.agents.setPresence(ana, 'offline', 'signed-out');
      expect(await periods()).toEqual([
        ['Ana', 0, 5_000, 'own-choice'],
        ['Ana Lima', 7_000, 9_000, 'signed-out'],
      ]);
    });

    it('[R10] [Z145] one missed too many ends it in the transaction that counts it', async () => {
      const ana = await scene.online('Ana');
      for (let missed = 1; missed <= 3; missed += 1) {
        const id = await scene.assigned(ana);
        expect((await periods()).length).toBe(1);
        const put = { kind: 'put-back', agentId: ana, agentName: 'Ana', reason: 'missed' } as const;
        dataOf(await scene.apply(id, put, START + 30_000 * missed));
      }
      expect(await periods()).toEqual([['Ana', 0, 90_000, 'missed']]);
    });

    it('[P4] [Z145] while the service was away nobody was Online, and who still is begins anew', async () => {
      const { sweepClock } = scene;
      const ana = await scene.online('Ana');
      await scene.online('Bruno');
      await sweepClock.beat(at(1_000));
      await scene.agents.setPresence(ana, 'offline');
      await sweepClock.beat(at(4_000));
      await sweepClock.beat(at(7_001));
      expect(await periods()).toEqual([
        ['Ana', 0, 1_000, 'own-choice'],
        ['Bruno', 0, 4_000, 'outage'],
        ['Bruno', 7_001, null, null],
      ]);
    });

    it('[P4] [Z145] a start ends what went on at the last beat; one that comes at once is no outage', async () => {
      await scene.online('Ana');
      await scene.sweepClock.beat(START);
      await scene.sweepClock.beat(START + 60_000);
      await scene.sweepClock.begin(START + 62_000);
      expect(await periods()).toEqual([
        ['Ana', 0, 0, 'outage'],
        ['Ana', 60_000, null, null],
      ]);
      await scene.sweepClock.end(START + 70_000);
      await scene.sweepClock.begin(START + 200_000);
      expect((await periods()).slice(1)).toEqual([
        ['Ana', 60_000, 70_000, 'outage'],
        ['Ana', 200_000, null, null],
      ]);
    });

    it('[G4] [Z93] [Z145] with nothing due the clock writes once a minute, and only while somebody is Online', async () => {
      const { agents, sweepClock } = scene;
      const ana = await scene.online('Ana');
      for (let second = 0; second <= 90; second += 1) await sweepClock.beat(at(second * 1_000));
      await sweepClock.begin(at(100_000));
      // At 60 s it was written.
      expect((await periods())[0]).toEqual(['Ana', 0, 60_000, 'outage']);
      await agents.setPresence(ana, 'offline');
      await sweepClock.end(at(150_000));
      await agents.setPresence(ana, 'online');
      await sweepClock.begin(at(200_000));
      expect((await periods()).at(-2)).toEqual(['Ana', 150_000, 150_000, 'outage']);
    });

    it('[Z145] who was Online before there was a log is Online from the next start on', async () => {
      const ana = await scene.online('Ana');
      await scene.online('Bruno');
      await scene.agents.setPresence(ana, 'offline');
      await scene.reportTables.forgetPeriods();
      await scene.sweepClock.begin(START + 10_000);
      await scene.sweepClock.begin(START + 11_000);
      expect((await periods()).filter(([, , ended]) => ended === null)).toEqual([
        ['Bruno', expect.any(Number), null, null],
      ]);
    });

    it('[R14] [Z145] whatever happens, no two times of an agent overlap, and one goes on exactly while they are Online', async () => {
      console.log(`presence log: SEED=${SEED}`);
      await fc.assert(fc.asyncProperty(anyEvents, judgeEvents), { numRuns: RUNS, seed: SEED });
    });
  });

  async function judgeEvents(events: readonly Event[]): Promise<void> {
    scene = await openScene(open);
    const ids: AgentId[] = [];
    for (const name of ['Ana', 'Bruno', 'Carla']) ids.push(await scene.online(name));
    const told: Told[] = ids.map(() => ({ since: START, spans: [] }));
    await scene.sweepClock.beat(scene.clock.time);
    for (const event of events) await happen(event, ids, told);
    const rows = await scene.reportTables.periods();
    ids.forEach((id, index) => {
      const theirs = rows.filter(({ agentId }) => agentId === id);
      const { since, spans } = told[index] as Told;
      const expected = since === null ? spans : [...spans, [since, null, null]];
      expect(theirs.map(({ endedAt, endReason, startedAt }) => [startedAt, endedAt, endReason])).toEqual(
        expected,
      );
      let free = 0;
      for (const { endedAt, startedAt } of theirs) {
        expect(startedAt).toBeGreaterThanOrEqual(free);
        free = endedAt ?? Number.POSITIVE_INFINITY;
        expect(free).toBeGreaterThanOrEqual(startedAt);
      }
    });
  }

  /** One agent's times as the events tell them. */
  interface Told {
    since: number | null;
    spans: (readonly [number, number, string])[];
  }

  async function happen(event: Event, ids: readonly AgentId[], told: readonly Told[]): Promise<void> {
    const lastBeat = scene.clock.time;
    const now = event.kind === 'back-in-time' ? lastBeat - event.after : lastBeat + event.after;
    scene.clock.time = now;
    const begin = (one: Told): void => {
      one.since ??= Math.max(now, one.spans.at(-1)?.[1] ?? 0);
    };
    const finish = (one: Told | undefined, until: number, reason: string): void => {
      if (one === undefined || one.since === null) return;
      one.spans.push([one.since, Math.max(one.since, until), reason]);
      one.since = null;
    };
    if (event.kind === 'away' || event.kind === 'restart') {
      const online = told.filter(({ since }) => since !== null);
      for (const one of online) finish(one, lastBeat, 'outage');
      for (const one of online) begin(one);
      await (event.kind === 'away' ? scene.sweepClock.beat(now) : scene.sweepClock.begin(now));
      return noteBeat(now);
    }
    if (event.kind === 'back-in-time') return noteBeat(now);
    const id = ids[event.who] as AgentId;
    const one = told[event.who] as Told;
    if (event.kind === 'online') {
      begin(one);
      await scene.agents.setPresence(id, 'online');
    } else if (event.kind === 'offline') {
      finish(one, now, event.reason);
      await scene.agents.setPresence(id, 'offline', event.reason);
    } else await miss(id, one, now, finish);
    return noteBeat(now);
  }

  /** The service is there at every event, and notes it. */
  async function noteBeat(now: number): Promise<void> {
    await scene.database.transact((tx) => tx.deadlines.setBeatenAt(now));
    await scene.sweepClock.beat(now);
  }

  /** Misses until it is one too many. */
  async function miss(
    id: AgentId,
    one: Told,
    now: number,
    finish: (one: Told, until: number, reason: string) => void,
  ): Promise<void> {
    if (one.since === null) return;
    const { missedMax, ringMs } = await scene.settings.get();
    await scene.agents.clearMissed(id);
    for (let missed = 0; missed < missedMax; missed += 1) {
      const interaction = await scene.waiting();
      dataOf(await scene.interactions.claim(interaction, id, now - ringMs));
      const put = { kind: 'put-back', agentId: id, agentName: 'whoever', reason: 'missed' } as const;
      dataOf(await scene.apply(interaction, put, now));
      dataOf(await scene.apply(interaction, { kind: 'cancel' }, now));
    }
    finish(one, now, 'missed');
  }
}
