import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { setField } from '../../../plugins/attendance/server/src/application/tools/set-field';
import { addTag, removeTag } from '../../../plugins/attendance/server/src/application/tools/tag';
import { writeNote } from '../../../plugins/attendance/server/src/application/tools/write-note';
import { rate } from '../../../plugins/attendance/server/src/application/ratings/rate';
import { codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

/** What is put on an interaction beside its messages, by the scripts that the product runs. */
export function describeLabels(open: OpenChatWorld): void {
  let scene: ChatScene;
  let ana: AgentId;
  let id: InteractionId;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
    id = await scene.assigned(ana);
  });
  const transact: ChatScene['database']['transact'] = (work) => scene.database.transact(work);

  describe('labels, notes and ratings', () => {
    it('[A4] a tag is put on once, and taken off', async () => {
      const [vip, late] = [await scene.tag('vip'), await scene.tag('late')];
      const add = (tag: typeof vip) => transact((tx) => addTag(tx, id, ana, tag, START));
      expect(dataOf(await add(late))).toEqual([late]);
      expect(dataOf(await add(vip))).toEqual([vip, late]);
      expect(dataOf(await add(vip))).toEqual([vip, late]);
      expect(dataOf(await transact((tx) => removeTag(tx, id, ana, vip)))).toEqual([late]);
      const bruno = await scene.online('Bruno');
      expect(codeOf(await transact((tx) => addTag(tx, id, bruno, vip, START)))).toBe('not_found');
    });

    it('[A4] fields of the interaction and of its visitor are set, and cleared', async () => {
      const [order, plan] = [await scene.field('interaction'), await scene.field('visitor')];
      const set = (field: typeof order, value: string) =>
        transact((tx) => setField(tx, id, ana, field, value));
      expect(dataOf(await set(order, '17'))).toEqual({ [order]: '17' });
      expect(dataOf(await set(plan, 'gold'))).toEqual({ [order]: '17', [plan]: 'gold' });
      expect(dataOf(await set(order, ''))).toEqual({ [plan]: 'gold' });
    });

    it('[C9] a note is written once', async () => {
      const note = {
        interactionId: id,
        agentId: ana,
        agentName: 'Ana',
        clientNoteId: 'note-1',
        body: 'Ligar.',
      };
      const write = (body = note.body) => transact((tx) => writeNote(tx, { ...note, body }, START));
      const first = dataOf(await write());
      expect(first).toEqual({ note: { ...note, id: first.note.id, writtenAt: START }, isNew: true });
      expect(dataOf(await write())).toEqual({ note: first.note, isNew: false });
      expect(codeOf(await write('Outra coisa.'))).toBe('conflict');
    });

    it('[W4] what a visitor says of it is kept with it once it is over', async () => {
      const given = { scale: 'stars', score: 4, comment: 'Boa.' } as const;
      const rules = { kind: 'stars', asksComment: true } as const;
      const say = () => transact((tx) => rate(tx, id, given, rules, START + 9));
      expect(codeOf(await say())).toBe('conflict');
      dataOf(await scene.apply(id, { kind: 'visitor-end' }));
      expect(dataOf(await say())).toMatchObject({ rating: { ...given, ratedAt: START + 9 } });
    });
  });
}
