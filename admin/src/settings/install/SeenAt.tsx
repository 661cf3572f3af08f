import { useLocale, useTexts } from '../../i18n/useTexts';
import { formatExact } from '../../look/time';
import { useClockText } from '../../look/useNow';
import { formatRelative } from '../../look/relative-time';

/** When the widget was last seen: how long ago, and exactly on hover; or that it never was. */
export function SeenAt({ seenAt }: { readonly seenAt: number | null }) {
  const t = useTexts();
  const locale = useLocale();
  const age = useClockText((now) => (seenAt === null ? '' : formatRelative(seenAt, now, locale)));
  if (seenAt === null) return <>{t('install.unseen')}</>;
  return (
    <time dateTime={new Date(seenAt).toISOString()} title={formatExact(seenAt, locale)}>
      {t('install.seen', { age })}
    </time>
  );
}
