import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { sqlOn } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { unindex } from '../../../plugins/attendance/server/src/adapters/search/search-index';
import { createRetentionSteps } from '../../../plugins/attendance/server/src/adapters/retention/retention-steps';
import { dataOf, SITE_KEY } from '../../support/wire/clients';
import { post, startScene, type Conversation, type Scene } from '../../support/scene';

type Row = Readonly<Record<string, unknown>>;
const REPORTS = ['report_rows', 'report_assignments', 'report_tags'];
/** Numbers that the database gives, and a service that measures anew gives others. */
const OWN = ['id', 'document_id'];

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
  await scene
    .knex('attendance_sites')
    .where('key', SITE_KEY)
    .update({ rating: JSON.stringify({ kind: 'stars', asksComment: true }) });
});
afterEach(() => scene.reset());
afterAll(() => scene.stop());

const rowsOf = async (table: string): Promise<Row[]> =>
  (await scene.knex(`attendance_${table}`).orderBy('id')) as Row[];
const everyReport = async () =>
  Promise.all(
    REPORTS.map(async (table) =>
      (await rowsOf(table)).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !OWN.includes(name))),
      ),
    ),
  );

/** Carla asks, Ana answers, Carla ends, then Ana. */
async function ended(): Promise<Conversation> {
  const conversation = await scene.conversation();
  const { ana, carla, interactionId } = conversation;
  dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'Oi', randomUUID())));
  dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'Olá', randomUUID())));
  dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'Tudo bem?', randomUUID())));
  dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'Tudo.', randomUUID())));
  dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
  dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId, closingTag: '', closingNote: '' }));
  return conversation;
}

describe('an interaction that ended', () => {
  it('[D1] has its report rows when its agent is told of it, and its rating when it was given', async () => {
    const { ana, carla, interactionId } = await ended();
    const [row, ...others] = await rowsOf('report_rows');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ interaction_id: interactionId, version: 1, outcome: 'answered', ended_by: 'visitor' },
      ...{ agent_id: ana.snapshot.self.id, response_count: 1, is_rating_asked: 1, rating_score: null },
    });
    const [assignment] = await rowsOf('report_assignments');
    expect(assignment).toMatchObject({ agent_id: ana.snapshot.self.id, outcome: 'ended', response_count: 1 });
    const [kept] = (await scene.knex('attendance_interactions').select('report_version')) as Row[];
    expect(kept).toEqual({ report_version: 1 });
    const rating = { scale: 'stars', score: 4, comment: '' } as const;
    dataOf(await carla.socket.emitWithAck('rating:give', { interactionId, rating }));
    expect((await rowsOf('report_rows'))[0]).toMatchObject({ rating_scale: 'stars', rating_score: 4 });
  });

  it('[Z144] is measured by the running service where an older version left it, and alike', async () => {
    const { ana } = await ended();
    // Who waits then gives up.
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    const gone = await scene.visitor();
    const { interaction } = await scene.request(gone);
    dataOf(await gone.socket.emitWithAck('interaction:end', { interactionId: interaction.id }));
    const before = await everyReport();
    expect(before.map((rows) => rows.length)).toEqual([2, 1, 0]);
    for (const table of REPORTS) await scene.knex(`attendance_${table}`).delete();
    await scene.knex('attendance_interactions').update({ report_version: null });
    const sorted = (reports: Awaited<ReturnType<typeof everyReport>>) =>
      reports.map((rows) => rows.map((row) => JSON.stringify(row)).sort());
    await expect.poll(async () => sorted(await everyReport()), { timeout: 10_000 }).toEqual(sorted(before));
  });

  it('[Z143] leaves its figures when retention takes the conversation', async () => {
    const { interactionId } = await ended();
    const before = await everyReport();
    const [, interactions] = createRetentionSteps(sqlOn(scene.knex), unindex);
    expect(interactions?.name).toBe('interactions');
    expect(await interactions?.purgeSome(Date.now() + 1_000)).toBe(1);
    expect(await scene.knex('attendance_interactions').where('id', interactionId)).toEqual([]);
    expect(await everyReport()).toEqual(before);
  });
});

describe('a time Online', () => {
  it('[R14] [Z145] begins and ends with the switch, and says that it was the agent’s own choice', async () => {
    const ana = await scene.online();
    const [open] = await rowsOf('presence_periods');
    expect(open).toMatchObject({ agent_id: ana.snapshot.self.id, ended_at: null, end_reason: null });
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    const [period, ...others] = await rowsOf('presence_periods');
    expect(others).toEqual([]);
    expect(period).toMatchObject({ id: open?.['id'], end_reason: 'own-choice' });
    expect(Number(period?.['ended_at'])).toBeGreaterThanOrEqual(Number(open?.['started_at']));
  });
});
