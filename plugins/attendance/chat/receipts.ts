import type { Watermark } from '../protocol/messages/messages';
import type { InteractionId } from '../protocol/schemas/ids';
import type { Store } from './store';

/** Delay of a receipt, in ms: messages that come in one burst are confirmed together [C2]. */
const COALESCE_MS = 150;

export type Receipt = 'sent' | 'delivered' | 'read';

/** Returns how far a stored message of one's own has come, by the other side's watermark [C2]. */
export function receiptOf(sequence: number, { delivered, read }: Watermark): Receipt {
  if (sequence <= read) return 'read';
  return sequence <= delivered ? 'delivered' : 'sent';
}

/** Returns the higher of two watermarks, mark by mark: news can overtake each other, and none goes back. */
export function raise(held: Watermark, news: Watermark): Watermark {
  return { delivered: Math.max(held.delivered, news.delivered), read: Math.max(held.read, news.read) };
}

/** A claim of one side in one interaction: it has received, or read, all up to `sequence`. */
export interface Mark {
  readonly name: 'message:delivered' | 'message:read';
  readonly interactionId: InteractionId;
  readonly sequence: number;
  /** The sequence that the server knew when this screen first saw the interaction. */
  readonly known: number;
}

export interface ReceiptOptions<State> {
  marksOf(state: State): readonly Mark[];
  /** Sends a mark to the server; resolves to whether it was acknowledged. Never rejects. */
  say(name: Mark['name'], mark: Pick<Mark, 'interactionId' | 'sequence'>): Promise<boolean>;
}

export interface ReceiptReporter {
  /** Checks for marks to send; called by itself after each change of the state. */
  look(): void;
  stop(): void;
}

/** Reports to the server how far this side has received and read [C2]; a mark that was not acknowledged is sent again with the next change. */
export function reportReceipts<State extends { readonly connection: string }>(
  store: Pick<Store<State, never>, 'getState' | 'subscribe'>,
  { marksOf, say }: ReceiptOptions<State>,
): ReceiptReporter {
  /** Highest reported sequences, by command and interaction. */
  const told = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Returns one function for each mark to send. None of them rejects, for `say` never does. */
  function due(): readonly (() => Promise<void>)[] {
    return marksOf(store.getState()).flatMap(({ name, interactionId, sequence, known }) => {
      const key = name + interactionId;
      const before = told.get(key) ?? known;
      told.set(key, before);
      // What is read has been delivered.
      if (sequence <= Math.max(before, told.get(`message:read${interactionId}`) ?? 0)) return [];
      return async () => {
        told.set(key, sequence);
        const isHeard = await say(name, { interactionId, sequence });
        if (!isHeard && told.get(key) === sequence) told.set(key, before);
      };
    });
  }

  const isLive = (): boolean => store.getState().connection === 'live';

  function look(): void {
    if (!due().length || !isLive()) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isLive()) due().forEach((tell) => void tell());
    }, COALESCE_MS);
  }

  const unsubscribe = store.subscribe(look);
  return {
    look,
    stop() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
