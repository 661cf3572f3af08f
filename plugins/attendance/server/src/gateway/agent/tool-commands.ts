import type { toolCommands } from '../../../../protocol/tools/tool-events';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { AgentTools } from '../../application/tools/tools';
import { refusal, toAnswer, type Handlers } from '../connection/answer';
import type { SignedAgent } from '../connection/signed-agents';

export interface ToolCommandPorts {
  readonly tools: AgentTools;
  /** Resolves to whether the agent may read the transcript: they hold or follow the interaction, or it is a past one that is theirs to read. */
  readonly mayRead: (id: InteractionId) => Promise<boolean>;
  readonly publicName: () => Promise<string>;
}

/** Notes, tags and fields; that the interaction is the agent's own is looked at in the transaction that writes. */
export function createToolHandlers(
  { mayRead, publicName, tools }: ToolCommandPorts,
  agent: SignedAgent,
): Handlers<typeof toolCommands> {
  return {
    'note:write': async (command) => {
      const note = { ...command, agentId: agent.id, agentName: await publicName() };
      return toAnswer(await tools.writeNote(note, agent.connectionId), (written) => ({ note: written }));
    },
    'note:list': async ({ interactionId }) =>
      (await mayRead(interactionId))
        ? { ok: true, data: { notes: await tools.notesOf(interactionId) } }
        : refusal('not_found'),
    'tag:add': async ({ interactionId, tagId }) =>
      toAnswer(await tools.tag(interactionId, agent.id, tagId), (tagIds) => ({ tagIds })),
    'tag:remove': async ({ interactionId, tagId }) =>
      toAnswer(await tools.untag(interactionId, agent.id, tagId), (tagIds) => ({ tagIds })),
    'field:set': async ({ fieldId, interactionId, value }) =>
      toAnswer(await tools.setField(interactionId, agent.id, fieldId, value), (fieldValues) => ({
        fieldValues,
      })),
  };
}
