import type { ToolPublisher } from '../../application/tools/tools';
import type { Facts } from '../connection/facts';

/** Creates the publisher of tools, which sends to agents only; no visitor receives anything of it [C9]. */
export function createToolPublisher({ passing, toAllAgents }: Facts): ToolPublisher {
  return {
    toolsChanged: (tools) => toAllAgents('tools:changed', { tools }),
    noteWritten: (note, from) => passing.toAgent(note.agentId, 'note:written', { note }, from),
  };
}
