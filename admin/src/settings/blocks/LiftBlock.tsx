import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';

import type { Block } from '../../../../plugins/attendance/protocol/visitors/blocks';
import { useTexts } from '../../i18n/useTexts';
import { visitorName } from '../../ui/format/visitor-name';
import { send } from '../data/send';

interface LiftBlockProps {
  readonly block: Block;
  readonly onClose: () => void;
  readonly onLifted: () => void;
}

/** Dialog that confirms the lifting of a block: the visitor may write from then on. */
export function LiftBlock({ block, onClose, onLifted }: LiftBlockProps) {
  const t = useTexts();
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const name = visitorName({ id: block.visitorId, name: block.visitorName }, t);
  const lift = async (): Promise<void> => {
    setSending(true);
    const outcome = await send<object>('del', `/attendance/blocks/${block.id}`);
    setSending(false);
    if (outcome.ok) onLifted();
    else setFailed(true);
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{t('settings.blocks.lift.title', { name })}</Dialog.Header>
        <Dialog.Body>
          <span aria-live="assertive">
            {t(hasFailed ? 'settings.blocks.lift.failed' : 'settings.blocks.lift.body')}
          </span>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('ui.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth loading={isSending} onClick={() => void lift()}>
            {t('settings.blocks.lift.confirm')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
