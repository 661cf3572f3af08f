import { fillGaps as fillChatGaps, type Gap } from '../../../plugins/attendance/chat/gaps';
import { findGap } from '../../../plugins/attendance/protocol/rules/transcript';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** Fetches what is missing in the transcripts held [C3]. Returns the function that stops it. */
export function fillGaps(store: Store, wire: Pick<Wire, 'command'>): () => void {
  return fillChatGaps(store, {
    gapOf,
    isNews: (state, previous) =>
      state.transcripts !== previous.transcripts ||
      state.interactions !== previous.interactions ||
      state.connection !== previous.connection,
    list: (gap) => wire.command('message:list', gap),
  });
}

function gapOf(state: State): Gap | null {
  if (state.connection !== 'live') return null;
  for (const [interactionId, { isLoaded, messages }] of state.transcripts) {
    const interaction = state.interactions.get(interactionId);
    if (!isLoaded || interaction === undefined) continue;
    const afterSequence = findGap(messages, interaction.lastSequence);
    if (afterSequence !== null) return { interactionId, afterSequence };
  }
  return null;
}
