import { useState } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
} from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { BlockDuration } from '../../../plugins/attendance/protocol/visitors/blocks';
import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { countCodePoints, isVisibleText } from '../../../plugins/attendance/protocol/shared/text/plain-text';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { visitorName } from '../ui/format/visitor-name';

const DURATIONS: readonly BlockDuration[] = ['hour', 'day', 'week', 'forever'];

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

interface BlockDialogProps {
  readonly interaction: AgentInteraction;
  readonly onClose: () => void;
  readonly onBlocked: () => void;
}

/** Dialog that explains what a block does, and asks for its reason and duration [A10]. */
export function BlockDialog({ interaction, onBlocked, onClose }: BlockDialogProps) {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState('');
  const [duration, setDuration] = useState<BlockDuration>('day');
  const [withAddress, setWithAddress] = useState(false);
  const [isSending, setSending] = useState(false);
  const max = LIMITS.blockReasonCodePoints;
  const isTooLong = countCodePoints(reason) > max;
  const name = visitorName(interaction.visitor, t);
  const block = async (): Promise<void> => {
    setSending(true);
    const request = { interactionId: interaction.id, reason, duration, withAddress };
    const isBlocked = await currentSession()?.blockVisitor(request);
    setSending(false);
    if (isBlocked !== true) return;
    toggleNotification({ type: 'success', message: t('blocks.done', { name }) });
    onBlocked();
    onClose();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('blocks.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Body>
            <p>{t('blocks.body')}</p>
            <Field.Root
              name="blockReason"
              required
              hint={t('blocks.reason.hint')}
              error={isTooLong && t('conversation.composer.tooLong', { count: reason.length, max })}
            >
              <Field.Label>{t('blocks.reason')}</Field.Label>
              <Textarea value={reason} onChange={({ target }) => setReason(target.value)} />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            <Field.Root name="blockDuration">
              <Field.Label>{t('blocks.duration')}</Field.Label>
              <SingleSelect value={duration} onChange={(value) => setDuration(value as BlockDuration)}>
                {DURATIONS.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {t(`blocks.duration.${each}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Field.Root name="blockAddress" hint={t('blocks.withAddress.hint')}>
              <Checkbox checked={withAddress} onCheckedChange={(value) => setWithAddress(value === true)}>
                {t('blocks.withAddress')}
              </Checkbox>
              <Field.Hint />
            </Field.Root>
          </Body>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="danger"
            loading={isSending}
            disabled={!isVisibleText(reason) || isTooLong}
            onClick={() => void block()}
          >
            {t('blocks.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
