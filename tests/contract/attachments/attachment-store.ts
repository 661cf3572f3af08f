import { beforeEach, describe, expect, it } from 'vitest';

import type { Attachment, AttachmentId } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { Uploader } from '../../../plugins/attendance/server/src/application/attachments/ports';
import type { NewMessage } from '../../../plugins/attendance/server/src/application/messages/ports';
import { codeOf, dataOf, openScene, START, type OpenWorld, type Scene } from '../world';

const idOf = (name: string): AttachmentId => name.padEnd(22, '-') as AttachmentId;

const attachment = (name: string, size = 1_000): Attachment => ({
  id: idOf(name),
  kind: 'image',
  name: `${name}.png`,
  mime: 'image/png',
  size,
  picture: { width: 800, height: 600 },
});

export function describeAttachmentStore(open: OpenWorld): void {
  let scene: Scene;
  let ana: Awaited<ReturnType<Scene['online']>>;
  let interactionId: InteractionId;
  let visitorId: VisitorId;
  let carla: Uploader;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
    interactionId = await scene.assigned(ana);
    visitorId = await scene.visitorOf(interactionId);
    carla = { interactionId, side: 'visitor', personId: visitorId };
  });

  const begin = (name: string, uploader: Uploader = carla, size?: number) =>
    scene.attachments.begin(
      {
        ...uploader,
        attachment: attachment(name, size),
        key: `key of ${name}`,
        file: { place: name },
        thumbnail: null,
      },
      scene.clock.time,
    );
  const upload = async (name: string, uploader: Uploader = carla): Promise<AttachmentId> => {
    await begin(name, uploader);
    await scene.attachments.finish(idOf(name), { place: name, url: `/${name}` }, { place: `${name} small` });
    return idOf(name);
  };
  const message = (
    clientMessageId: string,
    attachmentIds: readonly AttachmentId[],
    body = '',
  ): NewMessage => ({
    interactionId,
    clientMessageId,
    body,
    attachmentIds,
    author: { side: 'visitor', visitorId },
  });

  describe('uploaded files', () => {
    it('[C6] are there once they are stored, with where they lie', async () => {
      await begin('one');
      expect(await scene.attachments.find(idOf('one'))).toBeNull();
      await scene.attachments.finish(idOf('one'), { url: '/one' }, { url: '/small' });
      expect(await scene.attachments.find(idOf('one'))).toEqual({
        ...carla,
        attachment: attachment('one'),
        key: 'key of one',
        file: { url: '/one' },
        thumbnail: { url: '/small' },
        isPosted: false,
      });
    });

    it('[Z54] count for whoever uploaded them, from the moment on at which they are begun', async () => {
      await begin('one', carla, 300);
      await upload('two');
      await upload('three', { interactionId, side: 'agent', personId: ana });
      expect(await scene.attachments.uploadedBy(carla)).toEqual({ count: 2, bytes: 1_300 });
      await scene.attachments.abandon(idOf('one'));
      expect(await scene.attachments.uploadedBy(carla)).toEqual({ count: 1, bytes: 1_000 });
    });

    it('[Z113] finding A16: take up room until they are removed, whoever sent them', async () => {
      expect(await scene.attachments.usedBytes()).toBe(0);
      await begin('one', carla, 300);
      await upload('two', { interactionId, side: 'agent', personId: ana });
      await scene.attachments.abandon(idOf('one'));
      expect(await scene.attachments.usedBytes()).toBe(1_300);
      await scene.attachments.removed(idOf('one'));
      expect(await scene.attachments.usedBytes()).toBe(1_000);
    });
  });

  describe('a message with files', () => {
    it('[C6] [C3] carries them in its order, stored and told once', async () => {
      const ids = [await upload('second'), await upload('first')].reverse();
      const outcome = dataOf(await scene.messages.post(message('with-files', ids)));
      const carried = ids.map((id) => attachment(id.replaceAll('-', '')));
      expect(outcome).toMatchObject({ isNew: true, message: { body: '', attachments: carried } });
      const again = dataOf(await scene.messages.post(message('with-files', ids)));
      expect(again).toEqual({ ...outcome, isNew: false });
      const { messages } = await scene.messages.after(interactionId, 0, 10);
      expect(messages.at(-1)).toEqual(outcome.message);
      expect(await scene.attachments.find(ids[0] ?? idOf(''))).toMatchObject({ isPosted: true });
    });

    it('[C6] [S8] counts as writing, and its preview names them', async () => {
      const ids = [await upload('contrato'), await upload('foto')];
      dataOf(await scene.messages.post(message('with-files', ids)));
      expect(await scene.stored(interactionId)).toMatchObject({
        unreadCount: 1,
        lastPreview: {
          side: 'visitor',
          body: '',
          files: [{ kind: 'image', name: 'contrato.png' }, { kind: 'image' }],
        },
        interaction: { lastWriter: 'visitor' },
      });
      dataOf(await scene.messages.post(message('with-words', [await upload('outra')], 'Veja')));
      expect((await scene.stored(interactionId)).lastPreview?.body).toBe('Veja');
    });

    it('[C3] has no such field without them, and another list is another message', async () => {
      const id = await upload('one');
      const plain = dataOf(await scene.messages.post(message('plain', [], 'sem nada')));
      expect(plain.message).not.toHaveProperty('attachments');
      dataOf(await scene.messages.post(message('with-file', [id], 'um')));
      expect(codeOf(await scene.messages.post(message('with-file', [], 'um')))).toBe('conflict');
      expect(codeOf(await scene.messages.post(message('plain', [id], 'sem nada')))).toBe('conflict');
    });

    it('[K9] [Z4] takes nobody else’s, none that is not stored, and none that another message carries', async () => {
      const other = await scene.assigned(ana);
      const elsewhere: Uploader = {
        interactionId: other,
        side: 'visitor',
        personId: await scene.visitorOf(other),
      };
      await begin('begun');
      const used = await upload('used');
      dataOf(await scene.messages.post(message('uses-it', [used])));
      const own = await upload('own');
      const wrong = [
        idOf('begun'),
        used,
        idOf('nowhere'),
        await upload('elsewhere', elsewhere),
        await upload('of-agent', { interactionId, side: 'agent', personId: ana }),
      ];
      for (const [index, id] of wrong.entries())
        expect(codeOf(await scene.messages.post(message(`wrong-${index}`, [own, id])))).toBe('not_found');
      // Nothing of the refused ones has stuck.
      expect(codeOf(await scene.messages.post(message('right-one', [own])))).toBe('ok');
    });

    it('[C6] is refused after the end, and what it was to carry stays its uploader’s', async () => {
      const id = await upload('late');
      dataOf(await scene.apply(interactionId, { kind: 'visitor-end' }));
      expect(codeOf(await scene.messages.post(message('too-late', [id])))).toBe('conflict');
      expect(await scene.attachments.find(id)).toMatchObject({ isPosted: false });
    });
  });

  describe('what is to be removed', () => {
    const removable = async (now = scene.clock.time, limit = 10) =>
      (await scene.attachments.removable(now, limit)).map(({ id }) => id);

    it('[Z58] is what no message carries after an hour, stored or not', async () => {
      await begin('begun');
      await upload('unposted');
      dataOf(await scene.messages.post(message('posted-1', [await upload('posted')])));
      expect(await removable(START + LIMITS.attachmentUnpostedMs - 1)).toEqual([]);
      expect(await removable(START + LIMITS.attachmentUnpostedMs)).toEqual([idOf('begun'), idOf('unposted')]);
      expect(await removable(START + LIMITS.attachmentUnpostedMs, 1)).toEqual([idOf('begun')]);
    });

    it('[Z58] is what was given up, at once, with all of its files; what fails comes again later', async () => {
      await upload('one');
      await scene.attachments.abandon(idOf('one'));
      expect(await scene.attachments.find(idOf('one'))).toBeNull();
      expect(await scene.attachments.removable(START, 10)).toEqual([
        { id: idOf('one'), files: [{ place: 'one', url: '/one' }, { place: 'one small' }] },
      ]);
      await scene.attachments.keepUntil(idOf('one'), START + 500);
      expect(await removable(START + 499)).toEqual([]);
      expect(await removable(START + 500)).toEqual([idOf('one')]);
      await scene.attachments.removed(idOf('one'));
      expect(await removable(START + 500)).toEqual([]);
    });

    it('[Z58] is what belongs to an interaction that is gone, posted or not', async () => {
      await upload('lost', { ...carla, interactionId: (interactionId + 50) as InteractionId });
      expect(await removable()).toEqual([idOf('lost')]);
    });
  });
}
