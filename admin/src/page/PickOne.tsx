import { Discuss } from '@strapi/icons';

import { useTexts } from '../i18n/useTexts';
import { EmptyPlace } from '../ui/EmptyPlace';

/** The middle column while nothing is selected. */
export function PickOne() {
  const t = useTexts();
  return <EmptyPlace icon={<Discuss aria-hidden />}>{t('conversation.pick')}</EmptyPlace>;
}
