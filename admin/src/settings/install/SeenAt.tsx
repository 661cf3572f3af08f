import { useLocale, useTexts } from '../../i18n/useTexts';
import { formatExact } from '../../ui/format/time';
import { useClockText } from '../../ui/useNow';
import { formatRelative } from '../../ui/format/relative-time';

interface SeenAtProps {
  readonly seenAt: number | null;
  readonly words?: 'settings.install.seen' | 'settings.install.unlisted.asked';
}

/** Time when the widget was last seen: its age, and the exact moment on hover; or that it never was. */
export function SeenAt({ seenAt, words = 'settings.install.seen' }: SeenAtProps) {
  const t = useTexts();
  const locale = useLocale();
  const age = useClockText((now) => (seenAt === null ? '' : formatRelative(seenAt, now, locale)));
  if (seenAt === null) return <>{t('settings.install.unseen')}</>;
  return (
    <time dateTime={new Date(seenAt).toISOString()} title={formatExact(seenAt, locale)}>
      {t(words, { age })}
    </time>
  );
}
