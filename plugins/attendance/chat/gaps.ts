import type { Message } from '../protocol/messages/messages';
import type { Answer } from '../protocol/shared/errors';
import type { InteractionId } from '../protocol/schemas/ids';
import type { Store } from './store';

/** Wait before asking for a gap, in ms: a message and the acknowledgement of one's own overtake each other, and most gaps close by themselves. */
const PATIENCE_MS = 250;

/** The query for what is missing: all after the last message that is held without a gap. */
export interface Gap {
  readonly interactionId: InteractionId;
  readonly afterSequence: number;
}

export interface ListedAction {
  readonly type: 'messages:listed';
  readonly interactionId: InteractionId;
  readonly messages: Message[];
}

export interface GapOptions<State> {
  /** The first gap, or null where nothing is missing, or nobody can be asked. */
  gapOf(state: State): Gap | null;
  /** Returns whether a change may have made a gap, or made it possible to ask. */
  isNews(state: State, previous: State): boolean;
  /** Sends `message:list`. Never rejects. */
  list(gap: Gap): Promise<Answer<{ messages: Message[] }>>;
}

/** Asks for what is missing in the transcripts held [C3]. Returns the function that stops it. */
export function fillGaps<State>(
  store: Store<State, ListedAction>,
  { gapOf, isNews, list }: GapOptions<State>,
): () => void {
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const gap = gapOf(store.getState());
    if (isAsking || !gap) return;
    isAsking = true;
    const answer = await list(gap);
    isAsking = false;
    if (!answer.ok || !answer.data.messages.length) return;
    const { interactionId } = gap;
    store.dispatch({ type: 'messages:listed', interactionId, messages: answer.data.messages });
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (!isNews(state, previous) || !gapOf(state)) return;
    clearTimeout(timer);
    // `ask` does not reject: `list` never does.
    timer = setTimeout(() => void ask(), PATIENCE_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
