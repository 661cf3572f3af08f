import type { Span } from '../settings/hours';

/** Time for which an agent held an interaction; only chats can be held beside others. */
export interface HeldSpan extends Span {
  readonly isChat: boolean;
}

/** What one agent did in a period, as far as it goes into the reports. */
export interface AgentSpans {
  readonly online: readonly Span[];
  readonly held: readonly HeldSpan[];
}

/** Times of one agent within a period, in ms [D1]. */
export interface AgentTimes {
  readonly onlineMs: number;
  /** Part of `onlineMs` outside business hours. */
  readonly onlineOutsideHoursMs: number;
  /** Part of `onlineMs` with at least one interaction held. */
  readonly occupiedMs: number;
  /** Time-weighted mean of chats held while at least one is; null without any. */
  readonly chatsAtOnce: number | null;
}

interface Counts {
  online: number;
  open: number;
  held: number;
  chats: number;
}

interface Change {
  readonly at: number;
  readonly of: keyof Counts;
  readonly by: 1 | -1;
}

/**
 * Measures an agent's time within a period. `open` are the business hours there; null where it is always open. Everything that begins or ends is
 * gone through once, in order of time, while it is counted what is going on.
 */
export function timesOf(agent: AgentSpans, open: readonly Span[] | null, period: Span): AgentTimes {
  const chats = agent.held.filter(({ isChat }) => isChat);
  const changes = [
    ...changesOf('online', agent.online, period),
    ...changesOf('open', open ?? [period], period),
    ...changesOf('held', agent.held, period),
    ...changesOf('chats', chats, period),
  ].sort((one, other) => one.at - other.at);
  const counts: Counts = { online: 0, open: 0, held: 0, chats: 0 };
  let [onlineMs, outsideMs, occupiedMs, chatMs, chatTotalMs] = [0, 0, 0, 0, 0];
  let before = period.from;
  for (const { at, by, of } of changes) {
    const passedMs = at - before;
    before = at;
    if (counts.online > 0) {
      onlineMs += passedMs;
      if (counts.open === 0) outsideMs += passedMs;
      if (counts.held > 0) occupiedMs += passedMs;
    }
    if (counts.chats > 0) chatMs += passedMs;
    chatTotalMs += counts.chats * passedMs;
    counts[of] += by;
  }
  return {
    onlineMs,
    onlineOutsideHoursMs: outsideMs,
    occupiedMs,
    chatsAtOnce: chatMs === 0 ? null : chatTotalMs / chatMs,
  };
}

function changesOf(of: keyof Counts, spans: readonly Span[], period: Span): Change[] {
  return spans.flatMap((span) => {
    const from = Math.max(span.from, period.from);
    const to = Math.min(span.to, period.to);
    if (from >= to) return [];
    return [
      { at: from, of, by: 1 },
      { at: to, of, by: -1 },
    ] as const;
  });
}
