import { Alert } from '@strapi/design-system';

import { useTexts } from '../../i18n/useTexts';

/** Why it was not saved: it stands at each place, and here that there is something. */
export function ProblemSummary({ count }: { readonly count: number }) {
  const t = useTexts();
  return (
    <Alert variant="warning" role="alert" closeLabel={t('ui.dismiss')}>
      {t('settings.problems', { count })}
    </Alert>
  );
}
