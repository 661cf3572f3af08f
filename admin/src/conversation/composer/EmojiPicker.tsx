import { useState, type KeyboardEvent } from 'react';
import { IconButton, Popover } from '@strapi/design-system';
import { EmotionHappy } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { focusRing, plainButton } from '../../ui/styles/surfaces';
import { EMOJI } from '../../../../plugins/attendance/chat/emoji';

const COLUMNS = 8;

const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(${COLUMNS}, 32px);
  gap: 2px;
  padding: 8px;
  button {
    ${plainButton}
    ${focusRing}
    height: 32px;
    border-radius: 6px;
    font-size: 1.8rem;
    line-height: 3.2rem;
    text-align: center;
  }
  button:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
`;

interface EmojiPickerProps {
  readonly isDisabled: boolean;
  readonly onPick: (emoji: string) => void;
}

/** A small grid: arrow keys walk it, Enter takes, Esc closes [C7, A7]. */
export function EmojiPicker({ isDisabled, onPick }: EmojiPickerProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const pick = (emoji: string): void => {
    setOpen(false);
    onPick(emoji);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <IconButton label={t('conversation.composer.emoji')} variant="ghost" disabled={isDisabled}>
          <EmotionHappy />
        </IconButton>
      </Popover.Trigger>
      <Popover.Content side="top" align="start" onCloseAutoFocus={(event) => event.preventDefault()}>
        <Grid role="group" aria-label={t('conversation.composer.emoji')} onKeyDown={moveFocus}>
          {EMOJI.map((emoji, index) => (
            <button key={emoji} type="button" tabIndex={index === 0 ? 0 : -1} onClick={() => pick(emoji)}>
              {emoji}
            </button>
          ))}
        </Grid>
      </Popover.Content>
    </Popover.Root>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: COLUMNS,
    ArrowUp: -COLUMNS,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const cells = [...event.currentTarget.querySelectorAll('button')];
  const here = cells.findIndex((cell) => cell === document.activeElement);
  cells[here + step]?.focus();
}
