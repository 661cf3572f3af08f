import { useState } from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { countCodePoints } from '../../../plugins/attendance/protocol/shared/text/plain-text';
import type { BoardAgent } from '../../../plugins/attendance/protocol/supervision/board';
import { useTexts } from '../i18n/useTexts';
import type { Refused } from '../realtime/supervision-commands';
import { ConfirmDialog } from '../supervision/ConfirmDialog';
import { supervisorCommands } from '../supervision/useSupervision';

interface SetOfflineDialogProps {
  readonly agent: BoardAgent;
  readonly onClose: () => void;
}

/** Dialog that sets an agent Offline, with the reason that they read [R17]. */
export function SetOfflineDialog({ agent: { id, name }, onClose }: SetOfflineDialogProps) {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState('');
  const isTooLong = countCodePoints(reason) > LIMITS.offlineNoteCodePoints;
  const set = async (): Promise<Refused> => {
    const refused = (await supervisorCommands()?.setOffline(id, reason.trim())) ?? null;
    // Whoever is Offline already is where they are wanted.
    if (refused?.code !== 'conflict') return refused;
    toggleNotification({ type: 'info', message: t('board.offline.already', { name }) });
    onClose();
    return null;
  };
  return (
    <ConfirmDialog
      title={t('board.offline.title', { name })}
      body={t('board.offline.body', { name })}
      confirm={t('board.offline.confirm')}
      isDanger
      isDisabled={reason.trim() === '' || isTooLong}
      onConfirm={set}
      onDone={onClose}
      onClose={onClose}
    >
      <Field.Root
        name="offlineReason"
        required
        hint={t('board.offline.reason.hint', { name })}
        error={
          isTooLong &&
          t('conversation.composer.tooLong', { count: reason.length, max: LIMITS.offlineNoteCodePoints })
        }
      >
        <Field.Label>{t('board.offline.reason')}</Field.Label>
        <TextInput value={reason} onChange={({ target }) => setReason(target.value)} />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </ConfirmDialog>
  );
}
