import { useState } from 'react';
import { Button, Field, Textarea } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { countCodePoints } from '../../../../plugins/attendance/protocol/shared/text/plain-text';
import type { SupervisedInteraction } from '../../../../plugins/attendance/protocol/supervision/supervision-events';
import type { SupervisionDesk } from '../../desks/supervision-desk';
import { useTexts } from '../../i18n/useTexts';
import { visitorName } from '../../ui/format/visitor-name';
import { ConfirmDialog } from './ConfirmDialog';

const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

type Act = 'take-over' | 'put-back' | 'end';

interface SupervisionActionsProps {
  readonly desk: SupervisionDesk;
  readonly interaction: SupervisedInteraction;
  /** Called once it is this supervisor's own. */
  readonly onTaken: () => void;
  /** Called once it is over, or waits again, and there is nothing to stay for. */
  readonly onDone: () => void;
}

/** What a supervisor may do with an interaction of another [R17], each with its confirmation. */
export function SupervisionActions({ desk, interaction, onDone, onTaken }: SupervisionActionsProps) {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const [act, setAct] = useState<Act | null>(null);
  const name = visitorName(interaction.visitor, t);
  const { agentName: agent } = interaction;
  const isHeld = interaction.status === 'assigned';
  const close = (): void => setAct(null);
  const tell = (key: 'supervision.follow.end.done' | 'supervision.follow.putBack.done'): void =>
    toggleNotification({ type: 'success', message: t(key, { name }) });
  const callEnds = (words: string): string =>
    interaction.call?.state === 'connected' ? `${t('supervision.follow.callEnds')} ${words}` : words;
  return (
    <>
      <Buttons>
        <Button size="S" onClick={() => setAct('take-over')}>
          {t('supervision.follow.takeOver')}
        </Button>
        {isHeld && (
          <>
            <Button size="S" variant="tertiary" onClick={() => setAct('put-back')}>
              {t('supervision.follow.putBack')}
            </Button>
            <Button size="S" variant="danger-light" onClick={() => setAct('end')}>
              {t('supervision.follow.end')}
            </Button>
          </>
        )}
      </Buttons>
      {act === 'take-over' && (
        <ConfirmDialog
          title={t('supervision.follow.takeOver.title', { name })}
          body={
            isHeld
              ? callEnds(t('supervision.follow.takeOver.body', { agent }))
              : t('supervision.follow.takeOver.queue')
          }
          confirm={t('supervision.follow.takeOver')}
          onConfirm={desk.takeOver}
          onDone={onTaken}
          onClose={close}
        />
      )}
      {act === 'put-back' && (
        <ConfirmDialog
          title={t('supervision.follow.putBack.title', { name })}
          body={callEnds(t('supervision.follow.putBack.body', { agent }))}
          confirm={t('supervision.follow.putBack')}
          onConfirm={desk.putBack}
          onDone={() => {
            close();
            tell('supervision.follow.putBack.done');
          }}
          onClose={close}
        />
      )}
      {act === 'end' && (
        <EndDialog
          desk={desk}
          title={t('supervision.follow.end.title', { name })}
          body={callEnds(t('supervision.follow.end.body', { agent }))}
          onDone={() => {
            close();
            tell('supervision.follow.end.done');
            onDone();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface EndDialogProps {
  readonly desk: SupervisionDesk;
  readonly title: string;
  readonly body: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Dialog that ends what was left, with a note for the records. */
function EndDialog({ body, desk, onClose, onDone, title }: EndDialogProps) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const isTooLong = countCodePoints(note) > LIMITS.closingNoteCodePoints;
  return (
    <ConfirmDialog
      title={title}
      body={body}
      confirm={t('supervision.follow.end.confirm')}
      isDanger
      isDisabled={isTooLong}
      onConfirm={() => desk.end(note.trim() === '' ? '' : note)}
      onDone={onDone}
      onClose={onClose}
    >
      <Field.Root
        name="closingNote"
        error={
          isTooLong &&
          t('conversation.composer.tooLong', { count: note.length, max: LIMITS.closingNoteCodePoints })
        }
      >
        <Field.Label>{t('supervision.follow.end.note')}</Field.Label>
        <Textarea value={note} onChange={({ target }) => setNote(target.value)} />
        <Field.Error />
      </Field.Root>
    </ConfirmDialog>
  );
}
