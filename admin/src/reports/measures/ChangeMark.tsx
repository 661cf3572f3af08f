import { styled } from 'styled-components';

import { useLocale, useTexts } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import type { Change } from '../format/change';
import { formatShare } from '../format/figures';

const Mark = styled.span<{ $tone: Change['tone'] }>`
  white-space: nowrap;
  font-size: 1.2rem;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  color: ${({ $tone, theme }) =>
    $tone === 'better'
      ? shade('success')({ theme })
      : $tone === 'worse'
        ? theme.colors.danger600
        : theme.colors.neutral600};
`;

const ARROWS: Readonly<Record<Change['direction'], string>> = { up: '▲', down: '▼', same: '=' };

/** The change against the period before: an arrow and a share, and in words whether that is better. */
export function ChangeMark({ change }: { readonly change: Change | null }) {
  const t = useTexts();
  const locale = useLocale();
  if (change === null) return null;
  const { direction, share, tone } = change;
  const size = share === null ? t('reports.overview.change.new') : formatShare(share, locale);
  const words = [
    t(`reports.overview.change.${direction}`, { size }),
    ...(tone === 'neither' ? [] : [t(`reports.overview.change.${tone}`)]),
  ].join(', ');
  return (
    <Mark $tone={tone} title={words} role="img" aria-label={words}>
      {ARROWS[direction]} {direction === 'same' ? '' : size}
    </Mark>
  );
}
