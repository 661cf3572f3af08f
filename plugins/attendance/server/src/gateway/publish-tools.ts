import type { ToolPublisher } from '../application/tools';
import { agentGroup } from './channel-groups';
import type { Gateway } from './gateway';

/** Everything here goes to agents; nothing of it has a way to a visitor [C9]. */
export function createToolPublisher({
  agents,
  welcomes,
}: Pick<Gateway, 'agents' | 'welcomes'>): ToolPublisher {
  return {
    toolsChanged: (tools) => {
      welcomes.wasTold();
      agents.emit('tools:changed', { tools });
    },
    noteWritten: (note, from) => {
      agents.to(agentGroup(note.agentId)).except(from).emit('note:written', { note });
    },
  };
}
