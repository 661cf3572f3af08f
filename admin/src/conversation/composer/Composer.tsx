import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { Button, IconButton, VisuallyHidden } from '@strapi/design-system';
import { Lightning } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Attachment } from '../../../../plugins/attendance/protocol/attachments/attachments';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { measureMessage } from '../../../../plugins/attendance/protocol/rules/message-length';
import { currentSession, store, useAttendance } from '../../attendance/attendance';
import { AttachButton } from '../../files/AttachButton';
import { DropZone } from '../../files/DropZone';
import { FileTray } from '../../files/FileTray';
import { useFiles } from '../../files/useFiles';
import { useTexts } from '../../i18n/useTexts';
import { isSendKey } from '../../../../plugins/attendance/chat/keys';
import { CannedGaps } from './CannedGaps';
import { CannedList } from './CannedList';
import { EmojiPicker } from './EmojiPicker';
import { isNoteKey, NoteSwitch, setNoteMode } from './NoteSwitch';
import { useCanned } from './useCanned';
import { useSelecting } from './useSelecting';

export const Place = styled.form`
  padding: 0 24px 16px;
  @media (max-width: 767px) {
    padding: 0 12px 12px;
  }
`;

export const Box = styled.div`
  position: relative;
  padding: 10px 12px 10px 16px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  transition: border-color 150ms;
  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

export const Text = styled.textarea`
  display: block;
  width: 100%;
  max-height: 180px;
  padding: 2px 0;
  border: 0;
  outline: 0;
  resize: none;
  background: none;
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;
  line-height: 2rem;
  &::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }
  @media (max-width: 767px) {
    font-size: 1.6rem;
  }
`;

export const Tools = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  margin: 6px 0 0 -9px;
  @media (max-width: 767px) {
    gap: 4px;
  }
`;

export const Hint = styled.span<{ $isWrong: boolean }>`
  flex: 1;
  text-align: right;
  font-size: 1.2rem;
  line-height: 1.6rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme, $isWrong }) => ($isWrong ? theme.colors.danger600 : theme.colors.neutral600)};
  @media (max-width: 767px) {
    min-width: 0;
    ${({ $isWrong }) => !$isWrong && 'height: 1.6rem; overflow: hidden; visibility: hidden;'}
  }
`;

export const Over = styled.p`
  margin-bottom: 8px;
  padding: 14px 16px;
  border: 1px dashed ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  font-size: 1.3rem;
  line-height: 2rem;
  text-align: center;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const NO_FILES: readonly Attachment[] = [];

interface ComposerProps {
  readonly id: InteractionId;
  readonly isEnded: boolean;
}

/** The agent's composer [C1]; what is typed is kept per interaction until it is sent. */
export function Composer({ id, isEnded }: ComposerProps) {
  const t = useTexts();
  const hintId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useAttendance(({ drafts }) => drafts.get(id) ?? '');
  const files = useFiles(id);
  const { count, isNear, isOver, isSendable } = measureMessage(draft);
  const attachments = files === null ? NO_FILES : files.ready;
  // There is a text or a file, and no upload is still in progress.
  const canSend = !isEnded && attachments !== null && (isSendable || (attachments.length > 0 && !isOver));
  useGrowing(input, draft);
  useEffect(() => input.current?.focus({ preventScroll: true }), [id]);
  useEffect(() => () => currentSession()?.setTyping(id, false), [id]);

  const change = (text: string): void => {
    store.dispatch({ type: 'draft:changed', interactionId: id, draft: text });
    currentSession()?.setTyping(id, text !== '');
  };
  const select = useSelecting(input, draft);
  const canned = useCanned({
    id,
    text: draft,
    replace: (text, from, to) => {
      select(from, to);
      change(text);
    },
  });
  const send = (): void => {
    const [gap] = canned.blanks;
    if (gap !== undefined) return select(gap.from, gap.to);
    if (!canSend) return;
    currentSession()?.setTyping(id, false);
    currentSession()?.send(id, isSendable ? draft : '', { attachments });
    files?.tray.clear();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (canned.onKeyDown(event)) return;
    if (isNoteKey(event.nativeEvent)) {
      event.preventDefault();
      return setNoteMode(id, true);
    }
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
  };
  const attach = (chosen: FileList): void => {
    files?.tray.add(chosen);
    input.current?.focus();
  };
  const insert = (text: string): void => {
    const { selectionEnd = draft.length, selectionStart = draft.length } = input.current ?? {};
    const whole = draft.slice(0, selectionStart) + text + draft.slice(selectionEnd);
    const caret = selectionStart + text.length;
    select(caret, caret);
    change(whole);
    canned.follow(whole, caret);
  };
  return (
    <Place
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {files !== null && !isEnded && <DropZone field={input} onFiles={attach} />}
      <Box>
        <CannedList canned={canned} />
        {files !== null && !isEnded && <FileTray files={files} />}
        <CannedGaps blanks={canned.blanks} onPick={({ from, to }) => select(from, to)} />
        <Text
          ref={input}
          rows={1}
          dir="auto"
          value={draft}
          readOnly={isEnded}
          placeholder={t('conversation.composer.placeholder')}
          aria-label={t('conversation.composer.label')}
          aria-describedby={hintId}
          aria-invalid={isOver}
          aria-autocomplete="list"
          aria-controls={canned.active === null ? undefined : canned.listId}
          aria-activedescendant={canned.active === null ? undefined : canned.optionId(canned.active)}
          onChange={({ target }) => {
            change(target.value);
            canned.follow(target.value, target.selectionStart);
          }}
          onSelect={({ currentTarget }) => canned.follow(currentTarget.value, currentTarget.selectionStart)}
          onBlur={canned.close}
          onKeyDown={onKeyDown}
        />
        <Tools>
          <EmojiPicker isDisabled={isEnded} onPick={insert} />
          {files !== null && <AttachButton files={files} isDisabled={isEnded} onFiles={attach} />}
          <IconButton
            label={t('conversation.canned.insert')}
            variant="ghost"
            disabled={isEnded}
            onClick={() => insert(/\S$/.test(draft.slice(0, input.current?.selectionStart)) ? ' /' : '/')}
          >
            <Lightning />
          </IconButton>
          <NoteSwitch id={id} />
          <Hint id={hintId} $isWrong={isOver}>
            {isOver
              ? t('conversation.composer.tooLong', { count, max: LIMITS.messageCodePoints })
              : isNear
                ? t('conversation.composer.count', { count, max: LIMITS.messageCodePoints })
                : t('conversation.composer.hint')}
          </Hint>
          <VisuallyHidden aria-live="polite">
            {isOver &&
              t('conversation.composer.tooLong', {
                count: LIMITS.messageCodePoints,
                max: LIMITS.messageCodePoints,
              })}
          </VisuallyHidden>
          <Button type="submit" size="S" disabled={!canSend}>
            {t('conversation.composer.send')}
          </Button>
        </Tools>
      </Box>
    </Place>
  );
}

/** Makes the text area as high as its text, up to its style's limit. */
export function useGrowing(input: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [input, text]);
}
