import { styled } from 'styled-components';

import type { ReportScope } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { formatDays } from '../format/figures';

const Note = styled.p`
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
  b {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const SECOND_MS = 1_000;

interface ScopeNoteProps {
  readonly scope: ReportScope;
  readonly note?: string | undefined;
}

/** What a report was made of: its days, its time zone, the service levels [D4]. */
export function ScopeNote({ note, scope }: ScopeNoteProps) {
  const t = useTexts();
  const locale = useLocale();
  const { callLevelMs, chatLevelMs, timeZone } = scope;
  return (
    <Note>
      <b>{formatDays(scope, locale)}</b> {note !== undefined && `${note} `}·{' '}
      {t('reports.frame.zone', { zone: timeZone.replaceAll('_', ' ') })} ·{' '}
      {t('reports.frame.levels', { chat: chatLevelMs / SECOND_MS, call: callLevelMs / SECOND_MS })}
    </Note>
  );
}
