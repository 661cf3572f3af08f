import { beforeEach, describe, expect, it } from 'vitest';

import type { SiteId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { MergeChoices } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import type { VisitorFields } from '../../../plugins/attendance/server/src/application/visitors/ports';
import { beginningsOf } from '../../../plugins/attendance/server/src/domain/visitors/visitor-terms';
import { CAPTURED, codeOf, dataOf, openScene, START, type OpenPeopleWorld, type PeopleScene } from '../world';

const MINUTE_MS = 60_000;
const BY = { userId: 1, userName: 'Ana' };
const NO_CHOICE: MergeChoices = { fieldValues: {} };

export function describeKnownVisitors(open: OpenPeopleWorld): void {
  let scene: PeopleScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });
  const known = async (fields: VisitorFields, siteId = scene.siteId) =>
    scene.visitors.create(siteId, fields, null, scene.clock.time);
  const idOf = async (fields: VisitorFields) => (await known(fields)).visitor.id;
  const begin = async (visitorId: VisitorId, siteId: SiteId = scene.siteId) => {
    scene.clock.time += MINUTE_MS;
    const request = { siteId, visitorId, departmentId: null, channel: 'chat' as const, captured: CAPTURED };
    return (await scene.interactions.start(request, scene.clock.time)).stored.interaction.id;
  };
  const find = async (text: string, attendedBy: Parameters<typeof search>[1] = null) =>
    (await search(text, attendedBy)).visitors.map(({ id }) => id);
  const search = (text: string, attendedBy: Awaited<ReturnType<PeopleScene['online']>> | null, from = 0) =>
    scene.knownVisitors.find({ beginnings: beginningsOf(text) ?? [['\u0001']], attendedBy, from });
  const merge = (one: VisitorId, other: VisitorId, choices = NO_CHOICE) =>
    scene.knownVisitors.merge({ keptId: one, goneId: other, choices, by: BY }, scene.clock.time);
  const carla = {
    name: 'Carla Conceição',
    email: 'Carla.Dias@Exemplo.com',
    phone: '+55 (11) 94002-8922',
    document: '123.456.789-09',
  };

  describe('finding visitors', () => {
    it.each([
      'conceicao',
      'CARLA conc',
      'carla.dias@exemplo.com',
      'dias',
      '123.456.789-09',
      '123456',
      '11940028922',
      '94002-8922',
      '+55 11 94002',
      '(011) 94002-8922',
    ])('[A4] [Z70] finds by %s, however it was written', async (text) => {
      const id = await idOf(carla);
      await idOf({ name: 'Bento Lima', email: 'bento@outro.com', phone: '21 3333-4444', document: '987' });
      expect(await find(text)).toEqual([id]);
    });

    it('[Z70] takes what looks like a pattern for what it is, and everything of a word for its beginning alone', async () => {
      await idOf(carla);
      for (const text of ['%%', '__', 'arla', "' OR 1=1 --", 'carla bento', '4002 9999'])
        expect(await find(text)).toEqual([]);
    });

    it('[Z70] follows every change of what is known', async () => {
      const id = await idOf(carla);
      await scene.visitors.update(id, { name: 'Carolina Reis', phone: '' });
      expect(await find('conceicao')).toEqual([]);
      expect(await find('94002')).toEqual([]);
      expect(await find('carolina')).toEqual([id]);
      expect(await find('dias')).toEqual([id]);
    });

    it('[Z70] tells the newest contact first, with how many there were and where', async () => {
      const [first, second] = [await idOf({ name: 'Carla A' }), await idOf({ name: 'Carla B' })];
      const never = await idOf({ name: 'Carla C' });
      await begin(second);
      const id = await begin(first);
      await scene.apply(id, { kind: 'cancel' });
      await begin(first);
      const { visitors } = await search('carla', null);
      expect(visitors).toMatchObject([
        { id: first, interactionCount: 2, lastContactAt: scene.clock.time, siteName: 'Loja' },
        { id: second, interactionCount: 1 },
        { id: never, interactionCount: 0, lastContactAt: null },
      ]);
    });

    it('[Z70] goes page by page without losing or doubling anybody', async () => {
      for (let each = 0; each < 45; each += 1) await idOf({ name: `Carla ${each}` });
      const pages = [
        await search('carla', null),
        await search('carla', null, 20),
        await search('carla', null, 40),
      ];
      expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
      expect(new Set(pages.flatMap(({ visitors }) => visitors.map(({ id }) => id))).size).toBe(45);
    });

    it('[Z71] an agent finds those whose interaction they opened, and nobody else', async () => {
      const [ana, bruno] = [await scene.online('Ana'), await scene.online('Bruno')];
      const id = await scene.assigned(ana);
      const visitorId = await scene.visitorOf(id);
      await scene.visitors.update(visitorId, { name: 'Zulmira' });
      expect(await find('zulmira', ana)).toEqual([]);
      dataOf(await scene.apply(id, { kind: 'open', agentId: ana }));
      expect(await find('zulmira', ana)).toEqual([visitorId]);
      expect(await find('zulmira', bruno)).toEqual([]);
      expect(await scene.knownVisitors.hasAttended(ana, visitorId)).toBe(true);
      expect(await scene.knownVisitors.hasAttended(bruno, visitorId)).toBe(false);
    });
  });

  describe('who may be one person', () => {
    it('[Z72] shares an e-mail, phone or document, on any site; a name says nothing, and so does a short value', async () => {
      const id = await idOf(carla);
      const elsewhere = await scene.site('Outra');
      const other = await known({ email: 'CARLA.DIAS@exemplo.com', phone: '011 94002 8922' }, elsewhere);
      await known({ name: 'Carla Conceição', email: 'outra@exemplo.com', phone: '123', document: '12' });
      const short = await idOf({ phone: '123', document: '12' });
      const found = await scene.knownVisitors.duplicates(id, 5);
      expect(found).toMatchObject([
        { visitor: { id: other.visitor.id, siteName: 'Outra' }, shares: ['email', 'phone'] },
      ]);
      expect(await scene.knownVisitors.duplicates(short, 5)).toEqual([]);
      for (let each = 0; each < 7; each += 1) await idOf({ document: '12345678909' });
      expect(await scene.knownVisitors.duplicates(id, 5)).toHaveLength(5);
    });
  });

  describe('a merge', () => {
    it('[A4] [Z73] moves every interaction, fills what was empty, and leaves nobody behind', async () => {
      const kept = await idOf({ name: 'Carla', phone: '11 94002-8922' });
      const gone = await idOf({ email: 'carla@exemplo.com', phone: '+55 11 940028922' });
      const [past, live] = [await begin(kept), await begin(gone)];
      await scene.apply(past, { kind: 'cancel' });
      const before = await scene.stored(live);
      dataOf(await merge(kept, gone));
      expect(await scene.visitors.find(kept)).toMatchObject({
        name: 'Carla',
        email: 'carla@exemplo.com',
        phone: '11 94002-8922',
      });
      expect(await scene.visitors.find(gone)).toBeNull();
      const after = await scene.stored(live);
      expect(after.visitor.id).toBe(kept);
      expect(after.revision).toBeGreaterThan(before.revision);
      expect((await scene.interactions.findLive(scene.siteId, kept))?.interaction.id).toBe(live);
      expect(await scene.interactions.findLive(scene.siteId, gone)).toBeNull();
      expect((await scene.interactions.openOf(kept)).map(({ interaction }) => interaction.id)).toEqual([
        live,
      ]);
      expect((await scene.interactions.history(kept, live, 50)).map(({ id }) => id)).toEqual([past]);
      expect(await find('carla')).toEqual([kept]);
      expect(await scene.knownVisitors.compare(kept, gone)).toBeNull();
      expect(codeOf(await merge(kept, gone))).toBe('not_found');
      expect(codeOf(await merge(kept, kept))).toBe('not_found');
    });

    it('[Z73] asks to choose where both say something else, and takes what was chosen', async () => {
      const kept = await idOf({ name: 'Carla', email: 'carla@exemplo.com' });
      const gone = await idOf({ name: 'Carla Dias', email: 'CARLA@exemplo.com' });
      expect(codeOf(await merge(kept, gone))).toBe('conflict');
      const stranger = await idOf({ name: 'Bento' });
      expect(codeOf(await merge(kept, gone, { ...NO_CHOICE, name: stranger }))).toBe('conflict');
      expect(await scene.visitors.find(gone)).toMatchObject({ name: 'Carla Dias' });
      dataOf(await merge(kept, gone, { ...NO_CHOICE, name: gone }));
      expect(await scene.visitors.find(kept)).toMatchObject({
        name: 'Carla Dias',
        email: 'carla@exemplo.com',
      });
    });

    it('[P3] [Z73] is refused while both have something live on one site, and changes nothing then', async () => {
      const [kept, gone] = [await idOf({ name: 'Carla' }), await idOf({ email: 'carla@exemplo.com' })];
      const [one, other] = [await begin(kept), await begin(gone)];
      expect((await scene.knownVisitors.compare(kept, gone))?.areBothLive).toBe(true);
      expect(codeOf(await merge(kept, gone))).toBe('conflict');
      expect(await scene.visitorOf(one)).toBe(kept);
      expect(await scene.visitorOf(other)).toBe(gone);
      await scene.apply(one, { kind: 'cancel' });
      expect((await scene.knownVisitors.compare(kept, gone))?.areBothLive).toBe(false);
      dataOf(await merge(kept, gone));
    });

    it('[Z73] of two who are each live on a site of their own leaves both what goes on', async () => {
      const elsewhere = await scene.site('Outra');
      const kept = await idOf({ name: 'Carla' });
      const { token, visitor } = await known({ email: 'carla@exemplo.com' }, elsewhere);
      const [here, there] = [await begin(kept), await begin(visitor.id, elsewhere)];
      dataOf(await merge(kept, visitor.id));
      expect((await scene.interactions.findLive(scene.siteId, kept))?.interaction.id).toBe(here);
      expect((await scene.interactions.findLive(elsewhere, kept))?.interaction.id).toBe(there);
      // Her token is good where it was given, and nowhere else.
      const { time } = scene.clock;
      expect(await scene.visitors.present(elsewhere, token, time)).toMatchObject({ visitorId: kept });
      expect(await scene.visitors.present(scene.siteId, token, time)).toBeNull();
    });

    it('[Z73] what was asked for before it and is served after it is the kept one’s', async () => {
      const [first, second, third] = [await idOf({}), await idOf({}), await idOf({ name: 'Carla' })];
      dataOf(await merge(second, third));
      dataOf(await merge(first, second));
      expect(await scene.visitorOf(await begin(third))).toBe(first);
      await scene.visitors.update(third, { phone: '11 94002-8922' });
      expect(await scene.visitors.find(first)).toMatchObject({ name: 'Carla', phone: '11 94002-8922' });
      expect(await find('94002')).toEqual([first]);
    });
  });

  describe('the browsers of one whom two became', () => {
    const united = async () => {
      const [kept, gone] = [await known({ name: 'Carla' }), await known({ email: 'carla@exemplo.com' })];
      dataOf(await merge(kept.visitor.id, gone.visitor.id));
      return { visitorId: kept.visitor.id, first: kept.token, second: gone.token };
    };
    const present = (token: string, now: number) => scene.visitors.present(scene.siteId, token, now);

    it('[Z16] [Z74] both stay recognised, and the rotation of one retires nothing of the other', async () => {
      const { first, second, visitorId } = await united();
      const now = START + 16 * MINUTE_MS;
      const fresh = (await present(second, now))?.freshToken ?? '';
      expect(await present(fresh, now)).toMatchObject({ visitorId });
      expect(await present(first, now + 2 * MINUTE_MS)).toMatchObject({ visitorId });
      expect(await scene.visitors.recognise(scene.siteId, fresh, now + 3 * MINUTE_MS)).toBe(visitorId);
    });

    it('[Z16] [Z74] a stolen token takes its own browser’s with it, and leaves the other in', async () => {
      const { first, second, visitorId } = await united();
      const now = START + 16 * MINUTE_MS;
      const fresh = (await present(second, now))?.freshToken ?? '';
      await present(fresh, now);
      expect(await present(second, now + MINUTE_MS)).toBeNull();
      expect(await present(fresh, now + MINUTE_MS)).toBeNull();
      expect(await present(first, now + MINUTE_MS)).toMatchObject({ visitorId });
      // And the other way round: what is left is still guarded.
      const next = (await present(first, now + 2 * MINUTE_MS))?.freshToken ?? '';
      await present(next, now + 2 * MINUTE_MS);
      expect(await present(first, now + 4 * MINUTE_MS)).toBeNull();
      expect(await present(next, now + 4 * MINUTE_MS)).toBeNull();
    });

    it('[Z17] [Z74] the start key of either finds the one still, moments after', async () => {
      const key = 'start-key-of-one-browser-02';
      const kept = await idOf({ name: 'Carla' });
      const gone = await scene.visitors.create(scene.siteId, {}, key, START);
      dataOf(await merge(kept, gone.visitor.id));
      const tab = await scene.visitors.create(scene.siteId, {}, key, START + MINUTE_MS);
      expect(tab.visitor.id).toBe(kept);
      expect(await present(tab.token, START + MINUTE_MS)).toMatchObject({ visitorId: kept });
    });
  });
}
