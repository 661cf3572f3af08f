import { useEffect } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { useBlocker } from 'react-router-dom';

import { useTexts } from '../i18n/useTexts';

/** Returns a page's address; another site on the same page is another place, and is in the query. */
const placeOf = ({ pathname, search }: { readonly pathname: string; readonly search: string }): string =>
  pathname + search;

/** Asks for confirmation before unsaved changes are lost to another page, or to a closed tab. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: boolean }) {
  const t = useTexts();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && placeOf(currentLocation) !== placeOf(nextLocation),
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && blocker.reset()}>
      <Dialog.Content>
        <Dialog.Header>{t('settings.unsaved.title')}</Dialog.Header>
        <Dialog.Body>{t('settings.unsaved.body')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('settings.unsaved.stay')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth onClick={() => blocker.proceed()}>
            {t('settings.unsaved.leave')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
