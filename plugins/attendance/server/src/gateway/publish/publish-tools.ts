import type { ToolPublisher } from '../../application/tools/tools';
import type { Facts } from '../connection/facts';

/** Everything here goes to agents; nothing of it has a way to a visitor [C9]. */
export function createToolPublisher({ passing, toAllAgents }: Facts): ToolPublisher {
  return {
    toolsChanged: (tools) => toAllAgents('tools:changed', { tools }),
    noteWritten: (note, from) => passing.toAgent(note.agentId, 'note:written', { note }, from),
  };
}
