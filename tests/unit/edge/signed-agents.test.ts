import { expect, it } from 'vitest';

import type { AgentId } from '../../../plugins/attendance/protocol/schemas/ids';
import {
  createSignedAgents,
  type SignedAgent,
} from '../../../plugins/attendance/server/src/gateway/connection/signed-agents';

const ANA = 1 as AgentId;

const tab = (connectionId: string, rights: Partial<SignedAgent['session']>): SignedAgent => ({
  connectionId,
  id: ANA,
  session: { isSupervisor: false, canSeeIp: false, ...rights } as SignedAgent['session'],
});

it('[A5] an agent may do what any open session of theirs may, and no more once it is closed', () => {
  const agents = createSignedAgents();
  const plain = tab('tab-1', {});
  const entitled = tab('tab-2', { canSeeIp: true, isSupervisor: true });
  agents.add(plain);
  expect([agents.canSeeIp(ANA), agents.isSupervisor(ANA)]).toEqual([false, false]);
  agents.add(entitled);
  expect([agents.canSeeIp(ANA), agents.isSupervisor(ANA)]).toEqual([true, true]);
  expect(agents.canSeeIp(2 as AgentId)).toBe(false);
  agents.remove(entitled);
  expect(agents.of(ANA)).toEqual([plain]);
  agents.remove(plain);
  agents.remove(plain);
  expect(agents.of(ANA)).toEqual([]);
});
