import type { ToolPublisher } from '../../application/tools/tools';
import type { Facts } from '../connection/facts';

/** Creates the publisher of tools, which sends to agents and those who follow them; no visitor receives anything of it [C9]. */
export function createToolPublisher({ passing, toAllAgents, toFollowers }: Facts): ToolPublisher {
  return {
    toolsChanged: (tools) => toAllAgents('tools:changed', { tools }),
    noteWritten: (note, from) => {
      passing.toAgent(note.agentId, 'note:written', { note }, from);
      toFollowers(note.interactionId, 'supervision:note-written', { note }, from);
    },
  };
}
