import { Button, Dialog, Flex } from '@strapi/design-system';

import type { RetentionCounts } from '../../../../plugins/attendance/protocol/settings/retention';
import { useTexts } from '../../i18n/useTexts';
import { CLASSES } from './terms';

/** Returns the number of each class as text, without the empty ones. */
export function useCountTexts(counts: RetentionCounts | null): string[] {
  const t = useTexts();
  if (counts === null) return [];
  return CLASSES.filter((name) => counts[name] > 0).map((name) =>
    t(`settings.privacy.count.${name}`, { count: counts[name] }),
  );
}

interface ConfirmPurgeProps {
  readonly counts: RetentionCounts;
  readonly onClose: (isConfirmed: boolean) => void;
}

/** Dialog that shows what will be deleted, before it is. */
export function ConfirmPurge({ counts, onClose }: ConfirmPurgeProps) {
  const t = useTexts();
  const words = useCountTexts(counts);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose(false)}>
      <Dialog.Content>
        <Dialog.Header>{t('settings.privacy.confirm.title')}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" gap={3}>
            <span>
              {t(words.length === 0 ? 'settings.privacy.confirm.nothing' : 'settings.privacy.confirm.body')}
            </span>
            <strong>{words.join(', ')}</strong>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('ui.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button variant={words.length === 0 ? 'default' : 'danger'} fullWidth onClick={() => onClose(true)}>
            {t(words.length === 0 ? 'settings.save' : 'settings.privacy.confirm.yes')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
