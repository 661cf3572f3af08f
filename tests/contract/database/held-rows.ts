import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { createRetentionSteps } from '../../../plugins/attendance/server/src/adapters/retention/retention-steps';
import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import { tokenSource } from '../../../plugins/attendance/server/src/adapters/visitors/token-source';
import type { Tx } from '../../../plugins/attendance/server/src/application/database/tx';
import { start } from '../../../plugins/attendance/server/src/application/interactions/start';
import { rate } from '../../../plugins/attendance/server/src/application/ratings/rate';
import type { RetentionStep } from '../../../plugins/attendance/server/src/application/retention/retention';
import type { Steps } from '../../../plugins/attendance/server/src/application/steps';
import { remove } from '../../../plugins/attendance/server/src/application/tools/collection';
import { setField } from '../../../plugins/attendance/server/src/application/tools/set-field';
import { addTag } from '../../../plugins/attendance/server/src/application/tools/tag';
import { presentToken } from '../../../plugins/attendance/server/src/application/visitors/present-token';
import { noSearch } from '../../support/no-search';
import { CAPTURED, codeOf, openScene, START, type OpenRowsWorld, type RowsScene } from '../world';

const DAY = 86_400_000;
/** When everything of the scene has been over for a day. */
const LATER = START + 2 * DAY;
const WAITING = 'SELECT count(*) AS count FROM pg_locks WHERE NOT granted';

/** Step of a script that ends when the test says so. */
type Pause = () => Steps<void>;

/** What one transaction holds while another comes: each of these fails where a read of the scripts forgets its lock. */
export function describeHeldRows(open: OpenRowsWorld): void {
  let scene: RowsScene;
  let ana: AgentId;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
  });

  const over = async (): Promise<InteractionId> => {
    const id = await scene.waiting();
    await scene.apply(id, { kind: 'cancel' });
    return id;
  };
  const purge = async (name: RetentionStep['name'], unindex: Pause = noSearch): Promise<number> => {
    const step = createRetentionSteps(scene.sql, unindex).find((one) => one.name === name);
    if (step === undefined) throw new Error('no such step');
    return step.purgeSome(LATER - DAY);
  };
  const transact = <Result>(script: (tx: Tx) => Steps<Result>, pause: Pause = noSearch): Promise<Result> =>
    scene.database.transact(function* (tx) {
      const result = yield* script(tx);
      yield* pause();
      return result;
    });

  /** Runs `work` beside a transaction that pauses until the work waits for it, or is done without. */
  async function beside<Result>(
    hold: (pause: Pause) => Promise<unknown>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const [held, released] = [gate(), gate()];
    const holding = hold(function* () {
      held.open();
      yield released.opened;
    });
    await Promise.race([held.opened, holding]);
    let isDone = false;
    const working = work().finally(() => {
      isDone = true;
    });
    try {
      while (!isDone && !(await isSomebodyWaiting(scene))) continue;
    } finally {
      released.open();
    }
    await holding;
    return working;
  }

  describe('held by another transaction', () => {
    it('[Z43] what is written to an interaction goes with it, though retention was waiting', async () => {
      const id = await over();
      const note = { interactionId: id, agentId: ana, agentName: 'Ana', clientNoteId: 'n', body: 'Ligar.' };
      const write = function* (tx: Tx) {
        yield* tx.interactions.lockHead(id);
        yield* tx.notes.insert({ ...note, writtenAt: START });
      };
      const purged = await beside(
        (pause) => transact(write, pause),
        () => purge('interactions'),
      );
      expect(purged).toBe(1);
      expect(await scene.knex(TABLE.notes)).toEqual([]);
      expect(await scene.interactions.find(id)).toBeNull();
    });

    it('[Z43] [W4] what retention deletes is not rated meanwhile', async () => {
      const id = await over();
      const given = { scale: 'stars', score: 4, comment: '' } as const;
      const rated = await beside(
        (pause) => purge('interactions', pause),
        () => transact((tx) => rate(tx, id, given, { kind: 'stars', asksComment: false }, START)),
      );
      expect(codeOf(rated)).toBe('not_found');
      expect(await scene.knex(TABLE.interactions)).toEqual([]);
    });

    it('[Z43] a visitor who asks for somebody is kept, and so are their tokens', async () => {
      const visitorId = await scene.visitor();
      const { siteId } = scene;
      const request = { siteId, visitorId, departmentId: null, channel: 'chat', captured: CAPTURED } as const;
      const purged = await beside(
        (pause) => transact((tx) => start(tx, request, LATER), pause),
        () => purge('visitors'),
      );
      expect(purged).toBe(0);
      await expectKept(scene, visitorId);
    });

    it('[Z43] [Z16] a visitor who comes back is kept', async () => {
      const { token, visitor } = await scene.visitors.create(scene.siteId, {}, null, START);
      const hash = tokenSource.hashOf(token);
      const purged = await beside(
        (pause) => transact((tx) => presentToken(tx, tokenSource, scene.siteId, hash, LATER), pause),
        () => purge('visitors'),
      );
      expect(purged).toBe(0);
      await expectKept(scene, visitor.id);
    });

    it('[Z50] a field that is being set is not deleted', async () => {
      const [id, field] = [await scene.assigned(ana), await scene.field('interaction')];
      const removed = await beside(
        (pause) => transact((tx) => setField(tx, id, ana, field, '17'), pause),
        () => transact((tx) => remove(tx.lists.fields, field)),
      );
      expect(codeOf(removed)).toBe('conflict');
    });

    it('[Z50] a field that is being deleted is not set', async () => {
      const [id, field] = [await scene.assigned(ana), await scene.field('interaction')];
      const set = await beside(
        (pause) => transact((tx) => remove(tx.lists.fields, field), pause),
        () => transact((tx) => setField(tx, id, ana, field, '17')),
      );
      expect(codeOf(set)).toBe('not_found');
    });

    it('[Z50] a tag that is being put on is not deleted', async () => {
      const [id, tag] = [await scene.assigned(ana), await scene.tag('vip')];
      const removed = await beside(
        (pause) => transact((tx) => addTag(tx, id, ana, tag, START), pause),
        () => transact((tx) => remove(tx.lists.tags, tag)),
      );
      expect(codeOf(removed)).toBe('conflict');
    });
  });
}

async function expectKept({ knex }: RowsScene, visitorId: VisitorId): Promise<void> {
  expect(await knex(TABLE.visitors).select('id')).toEqual([{ id: visitorId }]);
  expect(await knex(TABLE.visitorTokens).where('visitor_id', visitorId)).not.toEqual([]);
}

async function isSomebodyWaiting({ sql }: RowsScene): Promise<boolean> {
  const [row] = await sql.rows<{ count: number }>(WAITING);
  return Number(row?.count) > 0;
}

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
