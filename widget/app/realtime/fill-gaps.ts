import { fillGaps as fillChatGaps, type Gap } from '../../../plugins/attendance/chat/gaps';
import { findGap } from '../../../plugins/attendance/protocol/rules/transcript';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Asks for what is missing in the conversation at hand [C3]. */
export function fillGaps(store: Store, wire: Wire): void {
  fillChatGaps(store, {
    gapOf,
    isNews: (state, previous) =>
      state.messages !== previous.messages ||
      state.interaction !== previous.interaction ||
      state.connection !== previous.connection,
    list: (gap) => wire.command('message:list', gap),
  });
}

function gapOf({ connection, interaction, messages }: State): Gap | null {
  if (!interaction || connection !== 'live') return null;
  const afterSequence = findGap(messages, interaction.lastSequence);
  return afterSequence === null ? null : { interactionId: interaction.id, afterSequence };
}
