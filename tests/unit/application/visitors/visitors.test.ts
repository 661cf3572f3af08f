import { beforeEach, describe, expect, it } from 'vitest';

import type { AuditRecord } from '../../../../plugins/attendance/server/src/application/audit/audit';
import {
  createBlocks,
  type Blocks,
} from '../../../../plugins/attendance/server/src/application/blocks/blocks';
import type { StoredAgent } from '../../../../plugins/attendance/server/src/application/agents/ports';
import type { StoredInteraction } from '../../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import {
  createLiftBlock,
  type LiftBlock,
} from '../../../../plugins/attendance/server/src/application/blocks/lift-block';
import { createEditVisitor } from '../../../../plugins/attendance/server/src/application/known-visitors/edit-visitor';
import { addSite } from '../../../support/fakes/memory-database';
import { CAPTURED, dataOf, START } from '../../../contract/world';
import { openServiceScene, type ServiceScene } from '../service-scene';

const NOT_FOUND = { ok: false, code: 'not_found' };

let scene: ServiceScene;
let ana: StoredAgent;
let chat: StoredInteraction;

beforeEach(async () => {
  scene = openServiceScene();
  ana = await scene.online('Ana');
  chat = await scene.chat({ name: 'Carla', email: 'carla@example.com' });
  scene.told();
});

describe('changing a visitor', () => {
  it('[A4] changes the fields given, leaves the others, and tells every tab of the agent', async () => {
    const edit = createEditVisitor(scene);
    const visitor = dataOf(await edit(chat, { name: 'Carla Dias' }));
    expect(visitor).toMatchObject({ name: 'Carla Dias', email: 'carla@example.com' });
    expect((await scene.find(chat.interaction.id)).visitor).toEqual(visitor);
    expect(scene.told()).toEqual([`agent/${ana.id} interaction:changed`]);
  });

  it('[A4] of an interaction that is gone meanwhile finds nothing', async () => {
    const edit = createEditVisitor({
      ...scene,
      interactions: { ...scene.interactions, find: () => Promise.resolve(null) },
    });
    expect(await edit(chat, { name: 'Carla' })).toEqual(NOT_FOUND);
    expect(scene.told()).toEqual([]);
  });
});

describe('lifting a block', () => {
  let blocks: Blocks;
  let lift: LiftBlock;
  let noted: AuditRecord[];
  const blocked = async () =>
    blocks.block(chat, ana, { reason: 'spam', duration: 'forever', withAddress: false });

  beforeEach(() => {
    noted = [];
    let made = 0;
    const { attend, interactions } = scene;
    blocks = createBlocks({
      attend,
      interactions,
      clock: { now: () => START },
      audit: { record: (record) => Promise.resolve(void noted.push(record)) },
      networkOf: (address) => address,
      tellVisitor: () => undefined,
      store: {
        add: (block) => {
          made += 1;
          return Promise.resolve({ ...block, id: made as never, siteName: '', visitorName: 'Carla' });
        },
        inForce: () => Promise.resolve([]),
        end: () => Promise.resolve(),
      },
    });
    lift = createLiftBlock({ ...scene, blocks });
  });

  it('[A10] is for whoever blocked, whoever attends the visitor, and a supervisor; it is noted', async () => {
    const bruno = await scene.online('Bruno');
    const { id } = await blocked();
    expect(await lift.byAgent(id, bruno, false)).toEqual(NOT_FOUND);
    expect(blocks.all()).toHaveLength(1);
    for (const [agent, isSupervisor] of [
      [ana, false],
      [bruno, true],
    ] as const) {
      const block = await blocked();
      noted = [];
      dataOf(await lift.byAgent(block.id, agent, isSupervisor));
      expect(noted).toMatchObject([
        { action: 'visitor.unblock', subject: 'Carla', by: { userName: agent.publicName } },
      ]);
    }
    const other = await blocks.block(chat, bruno, { reason: '', duration: 'week', withAddress: false });
    dataOf(await lift.byAgent(other.id, ana, false));
    expect(blocks.all().map((block) => block.id)).toEqual([id]);
  });

  it('[A10] tells every agent who attends the visitor, whoever lifts it', async () => {
    const bruno = await scene.online('Bruno');
    const elsewhere = await scene.attend.request({
      siteId: addSite(scene.rows, 'Outra loja'),
      visitorId: chat.visitor.id,
      departmentId: null,
      channel: 'chat',
      captured: CAPTURED,
    });
    const holders = [chat, elsewhere].map(({ interaction }) =>
      'agentId' in interaction ? interaction.agentId : null,
    );
    expect(new Set(holders)).toEqual(new Set([ana.id, bruno.id]));
    const facts = holders.map((id) => `agent/${id} interaction:changed`);
    const byAgent = await blocked();
    scene.told();
    dataOf(await lift.byAgent(byAgent.id, ana, false));
    expect(scene.told()).toEqual(facts);
    const byAdmin = await blocked();
    noted = [];
    scene.told();
    await lift.byAdmin(byAdmin.id, 'Administra');
    expect(scene.told()).toEqual(facts);
    // The route notes it.
    expect(noted).toEqual([]);
    expect(blocks.all()).toEqual([]);
  });

  it('[A10] twice is harmless', async () => {
    const { id } = await blocked();
    dataOf(await lift.byAgent(id, ana, false));
    noted = [];
    scene.told();
    dataOf(await lift.byAgent(id, ana, false));
    await lift.byAdmin(id, 'Administra');
    expect(noted).toEqual([]);
    expect(scene.told()).toEqual([]);
  });
});
