import type { KnownVisitor } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { useLocale, useTexts } from '../i18n/useTexts';
import { formatDate, formatExact } from '../ui/format/time';

/** Number of a visitor's interactions, and the last one's time. */
export function ContactFacts({ visitor }: { readonly visitor: KnownVisitor }) {
  const t = useTexts();
  const locale = useLocale();
  const { interactionCount, lastContactAt, siteName } = visitor;
  const count = t('visitors.count', { count: interactionCount });
  if (lastContactAt === null) return <small>{[siteName, count].filter(Boolean).join(' · ')}</small>;
  return (
    <small title={formatExact(lastContactAt, locale)}>
      {siteName !== '' && `${siteName} · `}
      {count} · {t('visitors.last', { when: formatDate(lastContactAt, locale) })}
    </small>
  );
}
