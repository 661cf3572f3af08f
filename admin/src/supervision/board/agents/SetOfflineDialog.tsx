import { useRef, useState } from 'react';
import { Field, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import { LIMITS } from '../../../../../plugins/attendance/protocol/shared/limits';
import { countCodePoints } from '../../../../../plugins/attendance/protocol/shared/text/plain-text';
import type { BoardAgent } from '../../../../../plugins/attendance/protocol/supervision/board';
import { useAttendance } from '../../../attendance/attendance';
import { useTexts } from '../../../i18n/useTexts';
import type { Refused } from '../../../realtime/supervision-commands';
import { ConfirmDialog } from '../../follow/ConfirmDialog';
import { supervisorCommands } from '../../follow/useSupervision';
import { setOffline } from './set-offline';

interface SetOfflineDialogProps {
  readonly agent: BoardAgent;
  readonly onClose: () => void;
}

/** Dialog that sets an agent Offline, with the reason that they read [R17]. */
export function SetOfflineDialog({ agent: { id, name }, onClose }: SetOfflineDialogProps) {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState('');
  const ownName = useAttendance(({ self }) => self?.publicName ?? '');
  // Signed, for the agent is to know who did it.
  const signed = `${ownName}: ${reason.trim()}`;
  const isTooLong = countCodePoints(signed) > LIMITS.offlineNoteCodePoints;
  const done = useRef<'done' | 'already'>('done');
  const set = async (): Promise<Refused> => {
    const outcome = await setOffline(supervisorCommands(), id, signed);
    if (typeof outcome !== 'string') return outcome;
    done.current = outcome;
    return null;
  };
  return (
    <ConfirmDialog
      title={t('supervision.board.offline.title', { name })}
      body={t('supervision.board.offline.body', { name })}
      confirm={t('supervision.board.offline.confirm')}
      isDanger
      isDisabled={reason.trim() === '' || isTooLong}
      onConfirm={set}
      onDone={() => {
        toggleNotification({
          type: done.current === 'done' ? 'success' : 'info',
          message: t(
            done.current === 'done' ? 'supervision.board.offline.done' : 'supervision.board.offline.already',
            { name },
          ),
        });
        onClose();
      }}
      onClose={onClose}
    >
      <Field.Root
        name="offlineReason"
        required
        hint={t('supervision.board.offline.reason.hint', { name })}
        error={
          isTooLong &&
          t('conversation.composer.tooLong', {
            count: countCodePoints(signed),
            max: LIMITS.offlineNoteCodePoints,
          })
        }
      >
        <Field.Label>{t('supervision.board.offline.reason')}</Field.Label>
        <TextInput value={reason} onChange={({ target }) => setReason(target.value)} />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </ConfirmDialog>
  );
}
