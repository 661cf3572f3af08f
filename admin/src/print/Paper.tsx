import { Fragment } from 'react';
import { createPortal } from 'react-dom';
import { createGlobalStyle, styled } from 'styled-components';

import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import { wordLine } from '../conversation/transcript/LineView';
import { useLineTexts } from '../i18n/useLineTexts';
import { useLocale, useTexts } from '../i18n/useTexts';
import { formatClock, formatExact } from '../ui/format/time';
import { formatDuration } from '../../../plugins/attendance/protocol/shared/text/format-duration';
import { dayOf } from '../model/day-of';
import { visitorName } from '../ui/format/visitor-name';
import type { PrintSubject } from './print-subject';

/** Global style of printing: while it is mounted, the paper alone is printed; on the screen nothing of it is seen. */
const PaperInstead = createGlobalStyle`
  @page {
    margin: 16mm;
  }
  @media print {
    html,
    body {
      height: auto !important;
      overflow: visible !important;
      background: #ffffff !important;
    }
    body > :not([data-attendance-paper]) {
      display: none !important;
    }
  }
`;

/** The printed sheet: black on white whatever the panel's theme is, in lines that no page cuts in two. */
const Sheet = styled.article`
  display: none;
  @media print {
    display: block;
  }
  color: #000000;
  font-size: 10.5pt;
  line-height: 1.45;
  h1,
  h2 {
    font-weight: 700;
  }
  h1 {
    font-size: 15pt;
    line-height: 1.3;
  }
  h2 {
    margin: 14pt 0 4pt;
    font-size: 10.5pt;
    break-after: avoid;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 1pt 12pt;
    margin: 8pt 0 0;
    padding-bottom: 8pt;
    border-bottom: 0.75pt solid #8e8ea9;
  }
  dt,
  time,
  [data-is-line] {
    color: #4a4a6a;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
    padding: 2pt 0;
    break-inside: avoid;
    orphans: 3;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  time {
    font-variant-numeric: tabular-nums;
  }
  footer {
    margin-top: 12pt;
    font-size: 9pt;
    color: #4a4a6a;
  }
`;

interface PaperProps {
  readonly subject: PrintSubject;
  readonly messages: readonly Message[];
  readonly isPartial: boolean;
}

/**
 * A conversation for paper: who, when, and every line with its time and its writer. Left out are the team's notes, as
 * in everything that leaves the company; files appear by their names [Z26, Z68].
 */
export function Paper({ isPartial, messages, subject }: PaperProps) {
  const t = useTexts();
  const locale = useLocale();
  const name = visitorName(subject.visitor, t);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  return createPortal(
    <Sheet data-attendance-paper lang={locale}>
      <PaperInstead />
      <h1 dir="auto">{t('print.title', { name })}</h1>
      <Facts subject={subject} />
      {isPartial && <p data-is-line>{t('print.partial')}</p>}
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const isNextDay = before === undefined || dayOf(before.sentAt) !== dayOf(message.sentAt);
        return (
          <Fragment key={message.sequence}>
            {isNextDay && <h2>{day.format(message.sentAt)}</h2>}
            <Line message={message} visitor={name} />
          </Fragment>
        );
      })}
      <footer>{t('print.at', { when: formatExact(Date.now(), locale) })}</footer>
    </Sheet>,
    document.body,
  );
}

function Facts({ subject }: Pick<PaperProps, 'subject'>) {
  const t = useTexts();
  const locale = useLocale();
  const { channel, durationMs, originUrl, protocolNumber, siteName, startedAt, visitor } = subject;
  const facts = [
    [t('details.captured.protocol'), protocolNumber],
    [t('details.captured.site'), siteName],
    [t('search.channel'), t(`ui.channel.${channel}`)],
    [t('details.captured.start'), formatExact(startedAt, locale)],
    [t('details.captured.duration'), durationMs === null ? t('print.ongoing') : formatDuration(durationMs)],
    [t('ui.field.email'), visitor.email],
    [t('ui.field.phone'), visitor.phone],
    [t('ui.field.document'), visitor.document],
    [t('details.captured.origin'), originUrl],
  ] as const;
  return (
    <dl>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

function Line({ message, visitor }: { readonly message: Message; readonly visitor: string }) {
  const t = useTexts();
  const lineTexts = useLineTexts();
  const locale = useLocale();
  const time = <time>{formatClock(message.sentAt, locale)}</time>;
  if (message.side === 'system')
    return (
      <p data-is-line dir="auto">
        {time} {wordLine(message.line, lineTexts)}
      </p>
    );
  const names = (message.attachments ?? []).map((file) => file.name).join(', ');
  return (
    <p dir="auto">
      {time} <b>{message.side === 'agent' ? message.agentName : visitor}:</b> {message.body}
      {names !== '' && <i> {t('print.files', { names })}</i>}
    </p>
  );
}
