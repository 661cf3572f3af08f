import { useState } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { send } from '../data/send';

interface DeleteSiteDialogProps {
  readonly site: SiteSettings;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
  /** Called with the reason of a refusal. */
  readonly onRefused: (reason: string) => void;
}

/** Dialog that confirms the deletion of a site: its widget stops wherever the snippet is. */
export function DeleteSiteDialog({ onClose, onDeleted, onRefused, site }: DeleteSiteDialogProps) {
  const t = useTexts();
  const [isSending, setSending] = useState(false);
  const confirm = async (): Promise<void> => {
    setSending(true);
    const outcome = await send<object>('del', `/attendance/sites/${site.id}`);
    onClose();
    if (outcome.ok) onDeleted();
    else
      onRefused(
        outcome.code === 'conflict'
          ? t('settings.sites.delete.refused', { name: site.name })
          : t(`ui.error.${outcome.code}`),
      );
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{t('settings.sites.delete.title', { name: site.name })}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>{t('settings.sites.delete.body')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('ui.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth loading={isSending} onClick={() => void confirm()}>
            {t('settings.sites.delete.confirm')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
