import { styled } from 'styled-components';

import type { SystemLine } from '../../../../plugins/attendance/protocol/messages/messages';
import { useLocale, useTexts } from '../../i18n/useTexts';
import type { Translate } from '../../i18n/useTexts';
import { pathOf } from '../../ui/format/address';
import { shade } from '../../ui/styles/surfaces';
import { formatClock, formatDay, formatExact } from '../../ui/format/time';
import { formatDuration } from '../../../../plugins/attendance/chat/format-duration';

const Place = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 6px;
  padding: 4px 24px 14px;
`;

const Chip = styled.span`
  max-width: 100%;
  padding: 3px 12px;
  border-radius: 10px;
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.2rem;
  line-height: 1.6rem;
  text-align: center;
  overflow-wrap: anywhere;
`;

/** A line for the team, which the visitor never sees. */
const Note = styled.p`
  max-width: 100%;
  padding: 8px 12px;
  border: 1px dashed #d4b106;
  border-radius: 8px;
  background: ${shade('warning')};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.8rem;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  small {
    display: block;
    font-size: 1.1rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Day = styled(Chip)`
  background: none;
  font-weight: 600;
`;

/** A system line between the messages. */
export function LineView({ at, line }: { readonly at: number; readonly line: SystemLine }) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Place>
      <Chip dir="auto" title={line.kind === 'page-changed' ? line.url : formatExact(at, locale)}>
        {lineText(line, t)} · {formatClock(at, locale)}
      </Chip>
      {line.kind === 'transferred' && line.note !== '' && (
        <Note dir="auto">
          <small>{t('conversation.line.transferred.note')}</small>
          {line.note}
        </Note>
      )}
    </Place>
  );
}

export function DayView({ at }: { readonly at: number }) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Place>
      <Day>
        {formatDay(at, locale, {
          today: t('conversation.day.today'),
          yesterday: t('conversation.day.yesterday'),
        })}
      </Day>
    </Place>
  );
}

/** The page on which the interaction began: the line before the first of a transcript. */
export function StartView({ at, url }: { readonly at: number; readonly url: string }) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Place>
      <Chip title={url}>
        {t('conversation.line.started', { page: pathOf(url) })} · {formatClock(at, locale)}
      </Chip>
    </Place>
  );
}

const LEFT_WORDS = {
  missed: 'conversation.line.agent-missed',
  lost: 'conversation.line.agent-lost',
  supervisor: 'conversation.line.agent-put-back',
} as const;

/** Returns a system line as text. */
export function lineText(line: SystemLine, t: Translate): string {
  switch (line.kind) {
    case 'agent-joined':
      return t('conversation.line.agent-joined', { name: line.agentName });
    case 'agent-left':
      return t(LEFT_WORDS[line.reason], { name: line.agentName });
    case 'transferred':
      return t('conversation.line.transferred', { from: line.from, to: line.to });
    case 'page-changed':
      return t('conversation.line.page-changed', { page: line.title === '' ? pathOf(line.url) : line.title });
    case 'visitor-ended':
      return t(`conversation.line.${line.reason}`);
    case 'agent-ended':
      return t('conversation.line.agent-ended');
    case 'call-started':
      return t('conversation.line.call-started', { medium: line.medium });
    case 'call-ended':
      return t(`conversation.line.call-ended.${line.by}`, {
        medium: line.medium,
        duration: formatDuration(line.durationMs),
      });
    case 'call-unanswered':
      return t(`conversation.line.call-unanswered.${line.by}.${line.reason}`, { medium: line.medium });
  }
}
