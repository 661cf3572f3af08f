import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { Button } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { measureMessage } from '../../../../plugins/attendance/protocol/rules/message-length';
import { currentSession, store, useAttendance } from '../../attendance/attendance';
import { useTexts } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import { isSendKey } from '../../../../plugins/attendance/chat/keys';
import { Box, Hint, Over, Place, Text, Tools, useGrowing } from './Composer';
import { isNoteKey, setNoteMode } from './NoteSwitch';

/** The note composer's frame: another colour, an edge of its own and words, so that nobody takes it for a message. */
const NoteBox = styled(Box)`
  border: 1px dashed ${shade('noteEdge')};
  background: ${shade('note')};
  &:focus-within {
    border-color: ${shade('noteInk')};
    box-shadow: 0 0 0 1px ${shade('noteInk')};
  }
`;

const Badge = styled.p`
  display: flex;
  align-items: center;
  gap: 6px;
  margin-bottom: 4px;
  font-size: 1.2rem;
  font-weight: 600;
  line-height: 1.8rem;
  color: ${shade('noteInk')};
  svg {
    width: 12px;
    height: 12px;
  }
  svg path {
    fill: currentColor;
  }
`;

interface NoteComposerProps {
  readonly id: InteractionId;
  readonly isEnded: boolean;
}

/** Composer of notes for the team alone [C9]; after the customer's end it is the only one. */
export function NoteComposer({ id, isEnded }: NoteComposerProps) {
  const t = useTexts();
  const hintId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useAttendance(({ noteDrafts }) => noteDrafts.get(id) ?? '');
  const { count, isOver, isSendable } = measureMessage(draft);
  useGrowing(input, draft);
  useEffect(() => {
    // The composer also appears by itself, with the customer's end: it then takes no focus from where the agent writes.
    if (document.activeElement === document.body) input.current?.focus({ preventScroll: true });
  }, [id]);
  const save = (): void => {
    if (!isSendable) return;
    currentSession()?.send(id, draft, { isNote: true });
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isNoteKey(event.nativeEvent) && !isEnded) {
      event.preventDefault();
      return setNoteMode(id, false);
    }
    if (!isSendKey(event)) return;
    event.preventDefault();
    save();
  };
  return (
    <Place
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isEnded && <Over>{t('conversation.composer.ended')}</Over>}
      <NoteBox>
        <Badge>
          <Lock aria-hidden />
          {t('conversation.note.banner')}
        </Badge>
        <Text
          ref={input}
          rows={1}
          dir="auto"
          value={draft}
          placeholder={t('conversation.note.placeholder')}
          aria-label={t('conversation.note.label')}
          aria-describedby={hintId}
          aria-invalid={isOver}
          onChange={({ target }) =>
            store.dispatch({ type: 'note-draft:changed', interactionId: id, draft: target.value })
          }
          onKeyDown={onKeyDown}
        />
        <Tools>
          <Hint id={hintId} $isWrong={isOver}>
            {isOver
              ? t('conversation.composer.tooLong', { count, max: LIMITS.noteCodePoints })
              : t('conversation.note.hint')}
          </Hint>
          {!isEnded && (
            <Button variant="tertiary" size="S" onClick={() => setNoteMode(id, false)}>
              {t('conversation.note.stop')}
            </Button>
          )}
          <Button type="submit" variant="secondary" size="S" disabled={!isSendable}>
            {t('conversation.note.save')}
          </Button>
        </Tools>
      </NoteBox>
    </Place>
  );
}
