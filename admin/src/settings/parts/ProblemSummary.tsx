import { Alert } from '@strapi/design-system';

import { useTexts } from '../../i18n/useTexts';

/** Notice that saving failed: each fault is shown at its place, and their number here. */
export function ProblemSummary({ count }: { readonly count: number }) {
  const t = useTexts();
  return (
    <Alert variant="warning" role="alert" closeLabel={t('ui.dismiss')}>
      {t('settings.problems', { count })}
    </Alert>
  );
}
