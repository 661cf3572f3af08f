import { Button } from '@strapi/design-system';

import { useTexts } from '../../i18n/useTexts';
import type { SiteDraft } from './site-draft';

/** Button that saves, and shows that it has. What cannot be saved is pointed out rather than the button disabled. */
export function SiteSaveButton({ draft }: { readonly draft: SiteDraft }) {
  const t = useTexts();
  const { isDirty, isSaving, outcome } = draft.edited;
  const isSaved = !isDirty && outcome?.ok === true;
  return (
    <Button disabled={!isDirty} loading={isSaving} onClick={draft.save}>
      <span aria-live="polite">{t(isSaved ? 'settings.saved' : 'settings.save')}</span>
    </Button>
  );
}
