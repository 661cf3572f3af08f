import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { State } from '../model/state';
import { toTimeline } from '../model/timeline';
import { olderBefore } from '../../../plugins/attendance/protocol/rules/transcript';
import type { Panel } from '../panel/panel';
import { TimelineEntry } from './TimelineEntry';

/** The distance from the end, in px, within which the visitor counts as reading the end. */
const NEAR_END = 80;

interface TranscriptProps {
  readonly panel: Panel;
  readonly state: State;
}

/** The list of messages. It follows new ones while its end is in view, and else shows that there are new ones below. */
export function Transcript({ panel, state }: TranscriptProps) {
  const { texts, session } = panel;
  const { messages, outbox, interaction, isOpen } = state;
  const box = useRef<HTMLDivElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNews, setNews] = useState(false);
  const receipts = interaction?.receipts.agent;
  // oxlint-disable-next-line react/exhaustive-deps -- of the state, the timeline reads these three only
  const items = useMemo(() => toTimeline(state), [messages, outbox, receipts]);
  const entries = useMemo(
    () => items.map((item) => <TimelineEntry key={item.key} item={item} panel={panel} />),
    [items, panel],
  );
  const lastItem = items.at(-1);
  const lastKey = lastItem?.key;
  const isOwnNews = lastItem?.kind === 'text' && lastItem.isOwn && lastItem.sentAt === null;

  function toEnd(): void {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }

  useLayoutEffect(() => {
    if (isAtEnd.current || isOwnNews) toEnd();
    else setNews(true);
    // oxlint-disable-next-line react/exhaustive-deps -- whose the newest is matters when it comes, not when it changes
  }, [lastKey, isOpen, interaction?.status]);

  // The end stays in view when the composer grows, a banner appears, a keyboard takes half the screen, or an attachment has
  // loaded.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    for (const part of [box, log]) if (part.current) observer.observe(part.current);
    return () => observer.disconnect();
  }, []);

  function onScroll(): void {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = box.current ?? {};
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (isAtEnd.current) setNews(false);
  }

  return (
    <div
      className="scroll"
      ref={box}
      onScroll={onScroll}
      role="group"
      aria-label={texts.conversation}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {olderBefore(messages) !== null && (
        <button type="button" className="link older" onClick={() => void session.loadOlder()}>
          {texts.older}
        </button>
      )}
      <div ref={log} role="log" aria-live="polite" aria-relevant="additions">
        {entries}
      </div>
      {hasNews && (
        <button type="button" className="news" onClick={toEnd}>
          ↓ {texts.newer}
        </button>
      )}
    </div>
  );
}
