import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';

import { LIMITS } from '../../../plugins/attendance/protocol/limits';
import { measureMessage } from '../../../plugins/attendance/protocol/message-length';
import type { Panel } from '../panel';
import { Icon } from './Icon';

/** As tall as five lines, then it scrolls; in px. */
const MAX_HEIGHT = 136;

interface ComposerProps {
  readonly panel: Panel;
  readonly draft: string;
}

/** Enter sends, Shift+Enter breaks the line; what is too long is refused here, with its count [C1]. */
export function Composer({ panel, draft }: ComposerProps) {
  const { texts, store, session, locale } = panel;
  const box = useRef<HTMLTextAreaElement>(null);
  const { count, isNear, isOver, isSendable } = measureMessage(draft);

  useLayoutEffect(() => {
    const style = box.current?.style;
    if (!style || !box.current) return;
    style.height = 'auto';
    style.height = `${Math.min(box.current.scrollHeight, MAX_HEIGHT)}px`;
  }, [draft]);

  function onKeyDown(event: KeyboardEvent): void {
    // An input method's own Enter; Safari tells of it after the composition, under the key code of old.
    const isComposing = ('isComposing' in event && event.isComposing === true) || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    session.send();
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        session.send();
        box.current?.focus();
      }}
    >
      <textarea
        ref={box}
        rows={1}
        value={draft}
        aria-label={texts.message}
        placeholder={texts.message}
        enterKeyHint="send"
        aria-invalid={isOver ? true : undefined}
        aria-describedby={isNear ? 'count' : undefined}
        data-focus=""
        onInput={(event) => store.dispatch({ type: 'draft:changed', draft: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <button
        type="submit"
        className="primary round"
        aria-label={texts.send}
        title={texts.send}
        disabled={!isSendable}
      >
        <Icon name="send" />
      </button>
      {isNear && (
        <p id="count" className={isOver ? 'count fault' : 'count'} role="status">
          {count.toLocaleString(locale)}/{LIMITS.messageCodePoints.toLocaleString(locale)}
          {isOver && ` · ${texts.tooLong}`}
        </p>
      )}
    </form>
  );
}
