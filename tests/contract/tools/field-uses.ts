import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, CustomFieldId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { remove } from '../../../plugins/attendance/server/src/application/tools/collection';
import { setField } from '../../../plugins/attendance/server/src/application/tools/set-field';
import { codeOf, dataOf, openScene, START, type OpenRowsWorld, type RowsScene } from '../world';

/** Which fields are borne by something: they may not be deleted. */
export function describeFieldUses(open: OpenRowsWorld): void {
  let scene: RowsScene;
  let ana: AgentId;
  let id: InteractionId;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
    id = await scene.assigned(ana);
    dataOf(await scene.apply(id, { kind: 'open', agentId: ana }));
  });
  const set = async (field: CustomFieldId, value: string) =>
    dataOf(await scene.database.transact((tx) => setField(tx, id, ana, field, value)));
  const deletion = async (field: CustomFieldId) =>
    codeOf(await scene.database.transact((tx) => remove(tx.lists.fields, field)));

  describe('uses of a field', () => {
    it('[Z50] one that an interaction bears is not deleted, until it is cleared', async () => {
      const [order, other] = [await scene.field('interaction'), await scene.field('interaction')];
      await set(order, '17');
      expect(await deletion(order)).toBe('conflict');
      expect(await deletion(other)).toBe('ok');
      await set(order, '');
      expect(await deletion(order)).toBe('ok');
      expect(await deletion(order)).toBe('not_found');
    });

    it('[Z50] [Z51] nor is one of a visitor’s, nor what an interaction kept of theirs at its end', async () => {
      const [plan, other] = [await scene.field('visitor'), await scene.field('visitor')];
      const visitorId = await scene.visitorOf(id);
      await set(plan, 'gold');
      expect(await deletion(plan)).toBe('conflict');
      dataOf(await scene.apply(id, { kind: 'agent-end', agentId: ana }, START));
      await scene.database.transact((tx) => tx.fields.setOfVisitor(visitorId, {}));
      expect(await deletion(plan)).toBe('conflict');
      expect(await deletion(other)).toBe('ok');
    });
  });
}
