import { useState } from 'react';
import { Button, Dialog, Field, Textarea } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { countCodePoints } from '../../../plugins/attendance/protocol/shared/text/plain-text';
import { indicatorOf, type Indicator } from '../../../plugins/attendance/protocol/rules/indicator';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { visitorName } from '../ui/format/visitor-name';
import { TagToggles } from '../tags/TagToggles';

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  width: 100%;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Waiting = styled.p`
  display: flex;
  align-items: center;
  gap: 8px;
  padding: 10px 12px;
  border-radius: 8px;
  background: ${shade('warning')};
  font-weight: 600;
`;

/** What is to be known of an interaction before it is ended; null: nothing. */
const WARNING: Readonly<Record<Indicator, 'conversation.end.waiting' | null>> = {
  new: null,
  pending: 'conversation.end.waiting',
  answered: null,
  away: null,
  'ended-by-visitor': null,
};

interface EndDialogProps {
  readonly interaction: AgentInteraction;
  readonly onClose: () => void;
}

/** Dialog that confirms the end, with tags and note [A6]; a tag is put on at once, as in the panel beside. */
export function EndDialog({ interaction, onClose }: EndDialogProps) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const [isEnding, setEnding] = useState(false);
  const warning = WARNING[indicatorOf(interaction)];
  const isTooLong = countCodePoints(note) > LIMITS.closingNoteCodePoints;
  const end = async (): Promise<void> => {
    setEnding(true);
    const closingNote = note.trim() === '' ? '' : note;
    const isEnded = await currentSession()?.end(interaction.id, { closingNote });
    setEnding(false);
    if (isEnded !== false) onClose();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Content>
        <Dialog.Header>
          {t('conversation.end.title', { name: visitorName(interaction.visitor, t) })}
        </Dialog.Header>
        <Dialog.Body>
          <Body>
            {warning !== null && (
              <Waiting>
                <WarningCircle aria-hidden />
                {t(warning)}
              </Waiting>
            )}
            <Dialog.Description>
              {interaction.call === null
                ? t('conversation.end.body')
                : `${t('call.endHangsUp')} ${t('conversation.end.body')}`}
            </Dialog.Description>
            <TagToggles interaction={interaction} />
            <Field.Root
              name="closingNote"
              error={
                isTooLong &&
                t('conversation.composer.tooLong', { count: note.length, max: LIMITS.closingNoteCodePoints })
              }
            >
              <Field.Label>{t('conversation.end.note')}</Field.Label>
              <Textarea value={note} onChange={({ target }) => setNote(target.value)} />
              <Field.Error />
            </Field.Root>
          </Body>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('ui.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth loading={isEnding} disabled={isTooLong} onClick={() => void end()}>
            {t('conversation.end.confirm')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
