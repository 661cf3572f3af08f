import { CHAT_LIMITS } from '../protocol/shared/chat-limits';

/** Interval at which typing is reported again, before it lapses at the other side. */
const REPEAT_MS = CHAT_LIMITS.typingMs / 2;
/** Time without a key, in ms, after which somebody is thinking, not typing. */
const IDLE_MS = 4_000;

/**
 * Reports to the other side that somebody types [C5]: at most every few seconds, and once when it stops, by itself after a while without a key.
 * Returns the function to call with each key, and with false when there is nothing typed any more.
 */
export function reportTyping<Id>(
  say: (interactionId: Id, isTyping: boolean) => void,
): (interactionId: Id, isTyping: boolean) => void {
  let said: { readonly id: Id; readonly at: number } | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(idle);
    if (said) say(said.id, false);
    said = undefined;
  }

  return (id, isTyping) => {
    // Who types elsewhere now has stopped here.
    if (isTyping !== (said?.id === id)) stop();
    if (!isTyping) return;
    const now = Date.now();
    if (!said || now - said.at > REPEAT_MS) {
      said = { id, at: now };
      say(id, true);
    }
    clearTimeout(idle);
    idle = setTimeout(stop, IDLE_MS);
  };
}
