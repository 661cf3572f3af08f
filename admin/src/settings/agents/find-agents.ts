import type { AgentSettings } from '../../../../plugins/attendance/protocol/settings/rest';

type AgentState = 'online' | 'unconnected' | 'offline' | 'gone' | 'neverHere';

/** Returns an agent's state as one code. */
export function stateOf({ isConnected, isNeverHere, isUserGone, presence }: AgentSettings): AgentState {
  if (isUserGone) return 'gone';
  if (isNeverHere) return 'neverHere';
  if (presence === 'offline') return 'offline';
  return isConnected ? 'online' : 'unconnected';
}

const ACCENTS = /[\u0300-\u036f]/g;
const folded = (text: string): string => text.normalize('NFD').replace(ACCENTS, '').toLowerCase();

/** Returns the agents whose name or e-mail matches, accents aside; those whose user is gone come last. */
export function findAgents(agents: readonly AgentSettings[], search: string): AgentSettings[] {
  const wanted = folded(search.trim());
  return agents
    .filter(({ email, publicName }) => folded(`${publicName} ${email}`).includes(wanted))
    .sort((left, right) => Number(left.isUserGone) - Number(right.isUserGone));
}
