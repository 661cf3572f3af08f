import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import {
  agentGroup,
  visitorGroup,
} from '../../../plugins/attendance/server/src/gateway/connection/channel-groups';
import {
  createFacts,
  type FactNamespaces,
  type Facts,
} from '../../../plugins/attendance/server/src/gateway/connection/facts';
import {
  createSnapshots,
  type Snapshots,
} from '../../../plugins/attendance/server/src/gateway/connection/snapshots';

const CARLA = 1 as VisitorId;
const DAVI = 2 as VisitorId;
const ANA = 1 as AgentId;
const MESSAGE = { interactionId: 1, message: {} } as never;
const TYPING = { interactionId: 1, isTyping: true } as never;

let groups: Map<string, Set<string>>;
let emitted: string[];
let snapshots: Snapshots;
let facts: Facts;

function namespace(side: string): FactNamespaces['visitors'] {
  const emitterTo = (group: string, left: string | null) => ({
    emit: (name: string) => emitted.push(`${name} to ${group}${left === null ? '' : ` without ${left}`}`),
  });
  return {
    adapter: { rooms: groups },
    emit: (name) => emitted.push(`${name} to all ${side}`),
    to: (group) => ({ ...emitterTo(group, null), except: (id) => emitterTo(group, id) }),
  };
}

/** How often a snapshot is read while this happens in its first reading. */
async function readsDuring(group: string, happens: () => void): Promise<number> {
  let reads = 0;
  await snapshots.send(
    group,
    async () => {
      reads += 1;
      await Promise.resolve();
      if (reads === 1) happens();
      return reads;
    },
    (delivered) => expect(delivered).toBe(reads),
  );
  return reads;
}

beforeEach(() => {
  groups = new Map();
  emitted = [];
  snapshots = createSnapshots();
  facts = createFacts({ visitors: namespace('visitors'), agents: namespace('agents') }, snapshots);
});

describe('a snapshot that is being read', () => {
  it('[K8] is read again when a fact is emitted to its group, whether or not anybody else hears it', async () => {
    const own = () => facts.toVisitor(CARLA, 'message:posted', MESSAGE, 'tab-1');
    expect(await readsDuring(visitorGroup(CARLA), own)).toBe(2);
    expect(await readsDuring(agentGroup(ANA), () => facts.toAgent(ANA, 'message:posted', MESSAGE))).toBe(2);
    expect(emitted).toEqual([]);
  });

  it('[K8] is left as it is by what concerns somebody else, and by what passes', async () => {
    expect(
      await readsDuring(visitorGroup(DAVI), () => facts.toVisitor(CARLA, 'message:posted', MESSAGE)),
    ).toBe(1);
    expect(
      await readsDuring(visitorGroup(CARLA), () => facts.passing.toVisitor(CARLA, 'typing:changed', TYPING)),
    ).toBe(1);
  });

  it('[K8] is read again by what concerns many, of somebody unknown too', async () => {
    const everybody: readonly (() => void)[] = [
      () => facts.toSite(1 as never, 'site:changed', {} as never),
      () => facts.toAllVisitors('availability:changed', {} as never),
      () => facts.toAllAgents('queue:changed', {} as never),
    ];
    for (const happens of everybody) expect(await readsDuring('', happens)).toBe(2);
    expect(emitted).toEqual(['availability:changed to all visitors', 'queue:changed to all agents']);
  });
});

describe('a fact', () => {
  it('[K9] goes to every tab of its group but the one that learns it otherwise', () => {
    groups.set(visitorGroup(CARLA), new Set(['tab-1', 'tab-2']));
    facts.toVisitor(CARLA, 'message:posted', MESSAGE, 'tab-1');
    facts.toVisitor(CARLA, 'message:posted', MESSAGE);
    facts.toVisitor(DAVI, 'message:posted', MESSAGE);
    expect(emitted).toEqual([
      `message:posted to ${visitorGroup(CARLA)} without tab-1`,
      `message:posted to ${visitorGroup(CARLA)}`,
    ]);
  });

  it('is not put together where the only tab is the one that learns it otherwise', () => {
    groups.set(agentGroup(ANA), new Set(['tab-1']));
    facts.toAgent(ANA, 'message:posted', MESSAGE, 'tab-1');
    expect(emitted).toEqual([]);
    facts.passing.toAgent(ANA, 'note:written', {} as never, 'tab-2');
    expect(emitted).toEqual([`note:written to ${agentGroup(ANA)} without tab-2`]);
  });
});
