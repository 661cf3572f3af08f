import { beforeEach, describe, expect, it } from 'vitest';

import { FORM_OFF, newField, type Form } from '../../../../plugins/attendance/protocol/settings/form';
import { EMPTY_LOCALIZED } from '../../../../plugins/attendance/protocol/shared/text/localized';
import type { DepartmentId, VisitorId } from '../../../../plugins/attendance/protocol/schemas/ids';
import {
  createRequestInteraction,
  type InteractionRequest,
  type RequestInteraction,
  type Requester,
} from '../../../../plugins/attendance/server/src/application/attending/request-interaction';
import type { Site } from '../../../../plugins/attendance/server/src/application/settings/sites';
import { dataOf, START } from '../../../contract/world';
import { addDepartment } from '../../../support/fakes/memory-database';
import { openServiceScene, type ServiceScene } from '../service-scene';

const PAGE = { url: 'https://shop.example/a', title: 'A', referrer: 'https://search.example/' };
const ASKED: InteractionRequest = { channel: 'chat', page: PAGE };
const say = (text: string) => ({ ...EMPTY_LOCALIZED, 'pt-BR': text });
const WITH_NAME: Form = {
  ...FORM_OFF,
  isOn: true,
  fields: [{ ...newField('nome', 'text', 'name'), label: say('Nome'), isRequired: true }],
};

let scene: ServiceScene;
let site: Site;
let request: RequestInteraction;
/** Who became known, in order, each with how many interactions there were then. */
let known: { readonly id: VisitorId; readonly interactions: number }[];

function carla(): Requester & { visitorId: VisitorId | null } {
  const requester = {
    site: { key: 'loja' },
    visitorId: null as VisitorId | null,
    language: 'pt-BR' as const,
    address: '192.0.2.1',
    userAgent: 'Firefox',
    becameKnown: (id: VisitorId) => {
      known.push({ id, interactions: scene.rows.interactions.size });
      requester.visitorId = id;
      return Promise.resolve();
    },
  };
  return requester;
}

beforeEach(() => {
  scene = openServiceScene();
  known = [];
  site = {
    id: scene.siteId,
    key: 'loja',
    channels: ['chat', 'voice'],
    departmentId: null,
    defaultLocale: 'pt-BR',
    form: FORM_OFF,
  } as unknown as Site;
  const { attend, interactions, rows, visitors } = scene;
  request = createRequestInteraction({
    attend,
    interactions,
    visitors,
    clock: { now: () => START },
    sites: { find: (key) => Promise.resolve(key === site.key ? site : null) },
    departments: {
      existing: (ids) => Promise.resolve(ids.filter((id) => rows.departments.has(id))),
      findByKey: (key) =>
        Promise.resolve([...rows.departments.values()].find((one) => one.key === key) ?? null),
    },
    readDevice: (userAgent = '') => ({ browser: userAgent, operatingSystem: 'Linux' }),
  });
});

describe('a request', () => {
  it('[A5] makes somebody unknown known before it begins, and captures where they are', async () => {
    const { stored, token } = dataOf(await request(carla(), ASKED));
    expect(known).toEqual([{ id: stored.interaction.visitorId, interactions: 0 }]);
    expect(token).toEqual(expect.any(String));
    expect(stored.captured).toEqual({
      originUrl: PAGE.url,
      originTitle: PAGE.title,
      currentUrl: PAGE.url,
      currentTitle: PAGE.title,
      referrer: PAGE.referrer,
      language: 'pt-BR',
      ip: '192.0.2.1',
      browser: 'Firefox',
      operatingSystem: 'Linux',
    });
  });

  it('[P3] of a visitor with a live one gives that one back, whatever the site asks and they say', async () => {
    const requester = carla();
    const first = dataOf(await request(requester, ASKED));
    site = { ...site, form: WITH_NAME };
    const again = dataOf(await request(requester, { ...ASKED, channel: 'voice' }));
    expect(again).toMatchObject({
      token: null,
      stored: { interaction: { id: first.stored.interaction.id } },
    });
    expect(again.stored.interaction.channel).toBe('chat');
    expect(known).toHaveLength(1);
  });

  it('[Z43] of a visitor whom retention has deleted meanwhile makes them known anew', async () => {
    const requester = carla();
    const first = dataOf(await request(requester, ASKED)).stored.interaction;
    scene.rows.interactions.delete(first.id);
    scene.rows.visitors.delete(first.visitorId);
    for (const form of [FORM_OFF, WITH_NAME]) {
      site = { ...site, form };
      const answers = form.isOn ? { nome: 'Carla' } : {};
      const { stored, token } = dataOf(await request(requester, { ...ASKED, answers }));
      expect(scene.rows.visitors.has(stored.interaction.visitorId)).toBe(true);
      expect(token).toEqual(expect.any(String));
      expect(known.at(-1)?.id).toBe(stored.interaction.visitorId);
      scene.rows.interactions.delete(stored.interaction.id);
      scene.rows.visitors.delete(stored.interaction.visitorId);
    }
  });

  it('[P3] from two tabs with one start key makes one visitor', async () => {
    const startKey = 'k'.repeat(22);
    const both = [
      await request(carla(), { ...ASKED, startKey }),
      await request(carla(), { ...ASKED, startKey }),
    ];
    const [first, second] = both.map((outcome) => dataOf(outcome).stored.interaction);
    expect(second).toMatchObject({ id: first?.id, visitorId: first?.visitorId });
  });

  it('[F2] fills what the form asked for, and leaves what it did not', async () => {
    site = { ...site, form: WITH_NAME };
    const requester = carla();
    const { stored } = dataOf(await request(requester, { ...ASKED, answers: { nome: ' Carla ' } }));
    expect(stored.visitor.name).toBe('Carla');
    expect(stored.answers).toMatchObject([{ fieldId: 'nome', label: 'Nome', value: 'Carla' }]);
    dataOf(await scene.attend.transition(stored.interaction.id, { kind: 'cancel' }));
    const later = dataOf(await request(requester, ASKED));
    expect(later.stored.visitor.name).toBe('Carla');
  });

  it.each<[string, Partial<InteractionRequest>, string]>([
    ['on a channel that the site does not offer', { channel: 'video' }, 'channel: not offered on this site'],
    ['for a department that there is not', { departmentKey: 'vendas' }, 'departmentKey: no such department'],
    ['without what the form requires', {}, 'answers.nome: required'],
  ])('[F2] %s is refused, and makes nobody known', async (_, change, reason) => {
    site = { ...site, form: WITH_NAME };
    expect(await request(carla(), { ...ASKED, ...change })).toEqual({
      ok: false,
      code: 'bad_request',
      reason,
    });
    expect(known).toEqual([]);
    expect(scene.rows.interactions.size).toBe(0);
  });

  it('[R11] goes to the department that the snippet names, else to the site’s own, else to anybody', async () => {
    const sales = addDepartment(scene.rows, 'vendas');
    const support = addDepartment(scene.rows, 'suporte');
    const departmentAfter = async (change: Partial<InteractionRequest>) =>
      dataOf(await request(carla(), { ...ASKED, ...change })).stored.department?.id ?? null;
    expect(await departmentAfter({})).toBeNull();
    site = { ...site, departmentId: support };
    expect(await departmentAfter({})).toBe(support);
    expect(await departmentAfter({ departmentKey: 'vendas' })).toBe(sales);
    site = { ...site, departmentId: 99 as DepartmentId };
    expect(await departmentAfter({})).toBeNull();
  });

  it('of a site that is gone is refused', async () => {
    expect(await request({ ...carla(), site: { key: 'outra' } }, ASKED)).toMatchObject({
      code: 'bad_request',
    });
  });
});
