import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Note } from '../../../plugins/attendance/protocol/tools/tools';
import { mergeMessages, olderBefore } from '../../../plugins/attendance/protocol/rules/transcript';
import { currentSession } from '../attendance/attendance';
import { placeNotes, type PastLine } from '../model/selectors/place-notes';
import type { PastPage } from '../realtime/search-commands';

/** Number of lines before the target, in its first page. */
const CONTEXT_LINES = 40;

/** Place where reading begins: the last lines, the first ones, or around one sequence. */
type PastStart = 'last' | 'first' | number;

type Standing = 'loading' | 'failed' | 'gone' | 'ready';

export interface PastReading {
  readonly standing: Standing;
  /** Lines, with the notes among them. */
  readonly lines: readonly PastLine[];
  readonly notes: readonly Note[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  readonly isTurning: boolean;
  /** Whether the last page could not be loaded. */
  readonly hasFailed: boolean;
  earlier(): void;
  later(): void;
  retry(): void;
}

interface Held {
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly hasLater: boolean;
}

const NOTHING: Held = { messages: [], notes: [], hasLater: false };

/** The transcript of a past interaction, a page at a time, in both directions from where reading begins. */
export function usePastLines(id: InteractionId, start: PastStart): PastReading {
  const [standing, setStanding] = useState<Standing>('loading');
  const [held, setHeld] = useState<Held>(NOTHING);
  const [turning, setTurning] = useState<PastPage | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  /** Number of the wanted response: one for another interaction, or for an earlier try, is dropped. */
  const wanted = useRef(0);

  useEffect(() => {
    wanted.current += 1;
    const own = wanted.current;
    setStanding('loading');
    setHeld(NOTHING);
    setTurning(null);
    setFailed(false);
    void readFirst(id, start).then((read) => {
      if (own !== wanted.current) return;
      setStanding(typeof read === 'string' ? read : 'ready');
      if (typeof read !== 'string') setHeld(read);
    });
    return () => {
      wanted.current += 1;
    };
  }, [id, start, attempt]);

  const turn = useCallback(
    async (page: Exclude<PastPage, 'last'>): Promise<void> => {
      const own = wanted.current;
      setTurning(page);
      const answer = await currentSession()?.pastLines(id, page);
      if (own !== wanted.current) return;
      setTurning(null);
      setFailed(answer?.ok !== true);
      if (answer?.ok === false && answer.error.code === 'not_found') setStanding('gone');
      if (answer?.ok !== true) return;
      const { hasMore, messages } = answer.data;
      setHeld((before) => ({
        ...before,
        messages: mergeMessages(before.messages, messages),
        hasLater: 'after' in page ? hasMore : before.hasLater,
      }));
    },
    [id],
  );

  const { hasLater, messages, notes } = held;
  const older = olderBefore(messages);
  const newest = messages.at(-1)?.sequence ?? 0;
  return {
    standing,
    lines: useMemo(() => placeNotes(messages, notes, hasLater), [messages, notes, hasLater]),
    notes,
    hasEarlier: older !== null,
    hasLater,
    isTurning: turning !== null,
    hasFailed,
    earlier: useCallback(() => older !== null && void turn({ before: older }), [older, turn]),
    later: useCallback(() => void turn({ after: newest }), [newest, turn]),
    retry: useCallback(() => setAttempt((last) => last + 1), []),
  };
}

async function readFirst(id: InteractionId, start: PastStart): Promise<Held | 'failed' | 'gone'> {
  const [lines, notes] = await Promise.all([readUpTo(id, start), currentSession()?.pastNotes(id)]);
  if (lines?.ok === false && lines.error.code === 'not_found') return 'gone';
  if (lines?.ok !== true || notes == null) return 'failed';
  const { hasMore, messages } = lines.data;
  return { messages, notes, hasLater: start !== 'last' && hasMore };
}

/** Reads until the target is held: a page of long lines may end before it, and then the next ones are read too. */
async function readUpTo(id: InteractionId, start: PastStart) {
  const session = currentSession();
  let lines = await session?.pastLines(id, firstPage(start));
  for (;;) {
    if (lines?.ok !== true || typeof start !== 'number') return lines;
    const { hasMore, messages } = lines.data;
    const newest = messages.at(-1)?.sequence ?? start;
    if (!hasMore || newest >= start) return lines;
    const next = await session?.pastLines(id, { after: newest });
    if (next?.ok !== true) return next;
    lines = { ok: true, data: { ...next.data, messages: [...messages, ...next.data.messages] } };
  }
}

function firstPage(start: PastStart): PastPage {
  if (start === 'last') return start;
  return { after: start === 'first' ? 0 : Math.max(0, start - 1 - CONTEXT_LINES) };
}
