import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

import { isSendKey } from '../../../plugins/attendance/chat/keys';
import { CHAT_LIMITS } from '../../../plugins/attendance/protocol/shared/chat-limits';
import { measureMessage } from '../../../plugins/attendance/protocol/rules/message-length';
import { lazyPart } from '../parts/lazy-part';
import { canSend } from '../model/can-send';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { FileSlot } from './FileSlot';
import { Icon } from '../ui/Icon';
import { usePart } from '../parts/usePart';

const emojiPart = lazyPart(() => import('../emoji/EmojiPicker'));

/** The largest height of the text box before it scrolls: five lines, in px, borders included. */
const MAX_HEIGHT = 138;
const BORDERS = 2;

interface ComposerProps {
  readonly panel: Panel;
  readonly state: State;
}

/** The message form: Enter sends, Shift+Enter breaks the line; it refuses text that is too long, with its count [C1]. */
export function Composer({ panel, state }: ComposerProps) {
  const { texts, store, session } = panel;
  const { draft } = state;
  const box = useRef<HTMLTextAreaElement>(null);
  /** The caret's position to set once the draft with the inserted emoji is rendered; null when there is none. */
  const caret = useRef<number | null>(null);
  const [isPicking, setPicking] = useState(false);
  const emoji = usePart(emojiPart, panel, isPicking);
  const { isNear, isOver } = measureMessage(draft);

  useLayoutEffect(() => {
    if (!box.current) return;
    const { style } = box.current;
    style.height = 'auto';
    style.height = `${Math.min(box.current.scrollHeight + BORDERS, MAX_HEIGHT)}px`;
    if (caret.current !== null) box.current.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [draft]);

  function pick(emoji: string): void {
    const { selectionStart = draft.length, selectionEnd = draft.length } = box.current ?? {};
    caret.current = selectionStart + emoji.length;
    const next = draft.slice(0, selectionStart) + emoji + draft.slice(selectionEnd);
    store.dispatch({ type: 'draft:changed', draft: next });
  }

  function send(): void {
    setPicking(false);
    session.send();
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && isPicking) {
      // Escape goes one step back only: the panel stays open.
      event.stopPropagation();
      setPicking(false);
      box.current?.focus();
    } else if (event.target === box.current && isSendKey(event)) {
      event.preventDefault();
      send();
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the fields in it
    <form
      className="composer"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isPicking && emoji && emoji !== 'failed' && <emoji.EmojiPicker texts={texts} onPick={pick} />}
      <button
        type="button"
        className="icon emoji-switch"
        aria-label={texts.emoji}
        title={texts.emoji}
        aria-expanded={isPicking}
        onClick={() => setPicking(!isPicking)}
      >
        <Icon name="emoji" />
      </button>
      {state.config.uploads && <FileSlot panel={panel} state={state} />}
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
      />
      <button
        type="submit"
        className="primary round"
        aria-label={texts.send}
        title={texts.send}
        disabled={!canSend(state)}
      >
        <Icon name="send" />
      </button>
      {isNear && <Count panel={panel} state={state} />}
    </form>
  );
}

function Count({ panel: { texts, locale }, state: { draft } }: ComposerProps) {
  const { count, isOver } = measureMessage(draft);
  return (
    <p id="count" className={isOver ? 'count fault' : 'count'} role="status">
      {count.toLocaleString(locale)}/{CHAT_LIMITS.messageCodePoints.toLocaleString(locale)}
      {isOver && ` · ${texts.tooLong}`}
    </p>
  );
}
