import { fillGaps as fillChatGaps, type Gap } from '../../../plugins/attendance/chat/gaps';
import { findGap } from '../../../plugins/attendance/protocol/rules/transcript';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Requests the messages that are missing in the current conversation [C3]. */
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
