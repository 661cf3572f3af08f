import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { CustomFieldId, InteractionId, TagId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Note } from '../../../plugins/attendance/protocol/tools/tools';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Commands on past notes, tags and custom fields; refusals show as a notice, or where the caller shows them. */
export interface ToolCommands {
  addTag(id: InteractionId, tagId: TagId): Promise<void>;
  removeTag(id: InteractionId, tagId: TagId): Promise<void>;
  /** Sets a field; resolves with whether it was stored. */
  setField(id: InteractionId, fieldId: CustomFieldId, value: string): Promise<boolean>;
  /** Returns the notes of an earlier interaction; null when refused. */
  pastNotes(id: InteractionId): Promise<readonly Note[] | null>;
}

export function toolCommands(
  store: Store,
  wire: Pick<Wire, 'command'>,
  notify: (code: ErrorCode) => void,
): ToolCommands {
  const tagging =
    (name: 'tag:add' | 'tag:remove') =>
    async (interactionId: InteractionId, tagId: TagId): Promise<void> => {
      const answer = await wire.command(name, { interactionId, tagId });
      if (answer.ok) store.dispatch({ type: 'labels:answered', interactionId, labels: answer.data });
      else notify(answer.error.code);
    };
  return {
    addTag: tagging('tag:add'),
    removeTag: tagging('tag:remove'),
    setField: async (interactionId, fieldId, value) => {
      const answer = await wire.command('field:set', { interactionId, fieldId, value });
      if (answer.ok) store.dispatch({ type: 'labels:answered', interactionId, labels: answer.data });
      return answer.ok;
    },
    pastNotes: async (interactionId) => {
      const answer = await wire.command('note:list', { interactionId });
      return answer.ok ? answer.data.notes : null;
    },
  };
}
