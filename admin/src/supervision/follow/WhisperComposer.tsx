import { useId, useRef, type KeyboardEvent } from 'react';
import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import { isSendKey } from '../../../../plugins/attendance/chat/keys';
import { measureMessage } from '../../../../plugins/attendance/protocol/rules/message-length';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { Box, Hint, Place, Text, Tools, useGrowing } from '../../conversation/composer/Composer';
import type { SupervisionDesk } from '../../desks/supervision-desk';
import { useTexts } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import { WhisperIcon } from '../../ui/icons/WhisperIcon';
import { useSupervision } from './useSupervision';

/** A frame of its own colour, with a thick edge and words: nobody takes it for the box that the visitor reads from. */
const WhisperBox = styled(Box)`
  border: 1px solid ${shade('whisperEdge')};
  border-left-width: 4px;
  background: ${shade('whisper')};
  &:focus-within {
    border-color: ${shade('whisperInk')};
    box-shadow: 0 0 0 1px ${shade('whisperInk')};
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
  color: ${shade('whisperInk')};
  svg {
    flex: none;
  }
`;

const Refusal = styled.p`
  margin-bottom: 8px;
  padding: 8px 12px;
  border-radius: 8px;
  background: ${shade('warning')};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

interface WhisperComposerProps {
  readonly desk: SupervisionDesk;
  readonly agentName: string;
}

/** The box for whispers to the agent [R17]; what is typed is kept for each interaction. */
export function WhisperComposer({ agentName, desk }: WhisperComposerProps) {
  const t = useTexts();
  const hintId = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useSupervision(desk, ({ drafts, id }) => (id === null ? '' : (drafts.get(id) ?? '')));
  const refusal = useSupervision(desk, (state) => state.whisperRefusal);
  const { count, isOver, isSendable } = measureMessage(draft);
  useGrowing(input, draft);
  const whisper = (): void => {
    if (!isSendable) return;
    desk.whisper(draft);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    whisper();
  };
  return (
    <Place
      onSubmit={(event) => {
        event.preventDefault();
        whisper();
      }}
    >
      <div role="status">
        {refusal !== null && (
          <Refusal>{t('supervision.follow.whisper.refused', { reason: t(`ui.error.${refusal}`) })}</Refusal>
        )}
      </div>
      <WhisperBox>
        <Badge>
          <WhisperIcon />
          {t('supervision.follow.whisper.banner', { name: agentName })}
        </Badge>
        <Text
          ref={input}
          rows={1}
          dir="auto"
          value={draft}
          placeholder={t('supervision.follow.whisper.placeholder', { name: agentName })}
          aria-label={t('supervision.follow.whisper.label', { name: agentName })}
          aria-describedby={hintId}
          aria-invalid={isOver}
          onChange={({ target }) => desk.draft(target.value)}
          onKeyDown={onKeyDown}
        />
        <Tools>
          <Hint id={hintId} $isWrong={isOver}>
            {isOver
              ? t('conversation.composer.tooLong', { count, max: LIMITS.noteCodePoints })
              : t('supervision.follow.whisper.hint')}
          </Hint>
          <Button type="submit" variant="secondary" size="S" disabled={!isSendable}>
            {t('supervision.follow.whisper.send')}
          </Button>
        </Tools>
      </WhisperBox>
    </Place>
  );
}
