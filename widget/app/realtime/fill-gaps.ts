import type { State } from '../model/state';
import type { Store } from '../model/store';
import { findGap } from '../../../plugins/attendance/protocol/transcript';
import type { Wire } from './wire';

/** A message and the acknowledgement of one's own overtake each other all the time: most gaps close by themselves. */
const PATIENCE_MS = 250;

/** Asks for what is missing after the last message held without a gap [C3]. */
export function fillGaps(store: Store, wire: Wire): void {
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const { interaction } = store.getState();
    const gap = gapOf(store.getState());
    if (!interaction || gap === null || isAsking) return;
    isAsking = true;
    const query = { interactionId: interaction.id, afterSequence: gap };
    const answer = await wire.command('message:list', query);
    isAsking = false;
    if (!answer.ok) return;
    store.dispatch({
      type: 'messages:listed',
      interactionId: interaction.id,
      messages: answer.data.messages,
    });
  }

  store.subscribe((state, previous) => {
    const isNews = state.messages !== previous.messages || state.interaction !== previous.interaction;
    const isBack = state.connection !== previous.connection;
    if (!(isNews || isBack) || gapOf(state) === null) return;
    clearTimeout(timer);
    // `ask` does not reject: the wire's commands never do.
    timer = setTimeout(() => void ask(), PATIENCE_MS);
  });
}

function gapOf({ connection, interaction, messages }: State): number | null {
  return interaction && connection === 'live' ? findGap(messages, interaction.lastSequence) : null;
}
