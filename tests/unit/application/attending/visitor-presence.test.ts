import { beforeEach, describe, expect, it } from 'vitest';

import type { VisitorId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { ConnectedVisitor } from '../../../../plugins/attendance/server/src/application/attending/visitor-presence';
import type { StoredInteraction } from '../../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import { CAPTURED, START } from '../../../contract/world';
import { openServiceScene, type ServiceScene } from '../service-scene';

const CART = { url: 'https://shop.example/cart', title: 'Cart', referrer: '' };

let scene: ServiceScene;
let talk: StoredInteraction;
let visitor: ConnectedVisitor & { visitorId: VisitorId | null };

const now = (): Promise<StoredInteraction> => scene.find(talk.interaction.id);

beforeEach(async () => {
  scene = openServiceScene();
  talk = await scene.chat();
  const { currentTitle: title, currentUrl: url, referrer } = CAPTURED;
  visitor = {
    site: { id: scene.siteId },
    visitorId: talk.interaction.visitorId,
    page: { url, title, referrer },
  };
  scene.told();
});

describe('a visitor who leaves', () => {
  it('[P1] is away, and their place is kept for as long as the settings say', async () => {
    await scene.visitorPresence.leave(visitor);
    const { away } = (await now()).interaction;
    expect(away).toEqual({ since: START, until: START + scene.rows.settings.persistenceMs });
  });

  it('[P1] without an interaction, or not known, changes nothing', async () => {
    await scene.visitorPresence.leave({ ...visitor, visitorId: null });
    await scene.visitorPresence.leave({ ...visitor, visitorId: 99 as VisitorId });
    expect((await now()).interaction.away).toBeNull();
    expect(scene.told()).toEqual([]);
  });
});

describe('a visitor who comes back', () => {
  it('[P2] is away no more; who never was is not told of', async () => {
    await scene.visitorPresence.comeBack(visitor);
    expect(scene.told()).toEqual([]);
    await scene.visitorPresence.leave(visitor);
    await scene.visitorPresence.comeBack(visitor);
    expect((await now()).interaction.away).toBeNull();
  });

  it('[P2] is seen on the page where they are now', async () => {
    await scene.visitorPresence.comeBack({ ...visitor, page: CART });
    const { currentTitle, currentUrl } = (await now()).captured;
    expect([currentUrl, currentTitle]).toEqual([CART.url, CART.title]);
  });

  it('[P6] as another after a merge, who is where they were: on the page of before', async () => {
    await scene.visitorPresence.leave(visitor);
    await scene.visitorPresence.resume({ ...visitor, page: CART });
    const { captured, interaction } = await now();
    expect(interaction.away).toBeNull();
    expect(captured.currentUrl).toBe(CAPTURED.currentUrl);
  });
});
