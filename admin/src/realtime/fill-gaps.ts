import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import { findGap } from '../../../plugins/attendance/protocol/transcript';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from './wire';

/** A message and the acknowledgement of one's own overtake each other all the time: most gaps close by themselves. */
const PATIENCE_MS = 250;

/** Asks for what is missing in the transcripts held [C3]. Answers the function that stops it. */
export function fillGaps(store: Store, wire: Wire): () => void {
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const gap = gapOf(store.getState());
    if (isAsking || gap === null) return;
    isAsking = true;
    const answer = await wire.command('message:list', gap);
    isAsking = false;
    if (!answer.ok || answer.data.messages.length === 0) return;
    store.dispatch({
      type: 'messages:listed',
      interactionId: gap.interactionId,
      messages: answer.data.messages,
    });
  }

  let before = store.getState();
  const unsubscribe = store.subscribe(() => {
    const state = store.getState();
    const isNews =
      state.transcripts !== before.transcripts ||
      state.interactions !== before.interactions ||
      state.connection !== before.connection;
    before = state;
    if (!isNews || gapOf(state) === null) return;
    clearTimeout(timer);
    // `ask` does not reject: the wire's commands never do.
    timer = setTimeout(() => void ask(), PATIENCE_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

function gapOf(state: State): { interactionId: InteractionId; afterSequence: number } | null {
  if (state.connection !== 'live') return null;
  for (const [interactionId, { isLoaded, messages }] of state.transcripts) {
    const interaction = state.interactions.get(interactionId);
    if (!isLoaded || interaction === undefined) continue;
    const afterSequence = findGap(messages, interaction.lastSequence);
    if (afterSequence !== null) return { interactionId, afterSequence };
  }
  return null;
}
