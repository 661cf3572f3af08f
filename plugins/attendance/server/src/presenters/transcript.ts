import { isInTranscript, lineText } from '../../../protocol/lines/line-texts';
import type { Message } from '../../../protocol/messages/messages';
import type { Reader, TranscriptOf, TranscriptPage } from '../application/transcripts/transcripts';
import { TRANSCRIPT_TEXTS, type TranscriptTexts } from './transcript-texts';

/** Line of the transcript; `who` is empty for a system line. */
interface Told {
  readonly day: string;
  readonly time: string;
  readonly who: string;
  readonly isAgent: boolean;
  readonly body: string;
}

/**
 * Renders a conversation as a page and as plain text, for its visitor [W4]: messages of both, and lines that both received. Whatever else may be kept
 * with an interaction is not named here, and so is not given out.
 */
export function renderTranscript({ isCut, messages, reader, stored }: TranscriptOf): TranscriptPage {
  const texts = TRANSCRIPT_TEXTS[reader.locale];
  const clock = clockOf(reader);
  const siteName = toLine(stored.siteName);
  const title = texts.title(siteName, stored.protocolNumber);
  const told = messages.flatMap((message) => tell(message, toLine(stored.visitor.name), texts, clock));
  const facts = [
    `${texts.protocolNumber} ${stored.protocolNumber}`,
    `${texts.startedAt}: ${clock.exact(stored.interaction.waitingSince)}`,
    `${texts.timeZone} ${clock.timeZone}`,
    ...(isCut ? [texts.isCut] : []),
    ...(told.length === 0 ? [texts.empty] : []),
  ];
  return {
    fileName: `atendimento-${stored.protocolNumber.replace(/[^\w-]/g, '')}.html`,
    title,
    html: toHtml({ title, siteName, facts, told, locale: reader.locale }),
    text: toText(title, facts, told),
  };
}

interface ReadersClock {
  readonly timeZone: string;
  day(at: number): string;
  time(at: number): string;
  exact(at: number): string;
}

function clockOf({ locale, timeZone: asked }: Reader): ReadersClock {
  const timeZone = isTimeZone(asked) ? asked : 'UTC';
  const format = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return (at: number) => format.format(at);
  };
  return {
    timeZone,
    day: format({ dateStyle: 'full' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    exact: format({ dateStyle: 'long', timeStyle: 'short' }),
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

function tell(message: Message, visitor: string, texts: TranscriptTexts, clock: ReadersClock): Told[] {
  const when = { day: clock.day(message.sentAt), time: clock.time(message.sentAt) };
  switch (message.side) {
    case 'visitor':
      return [{ ...when, who: visitor || texts.visitor, isAgent: false, body: bodyOf(message, texts) }];
    case 'agent':
      return [
        {
          ...when,
          who: toLine(message.agentName) || texts.agent,
          isAgent: true,
          body: bodyOf(message, texts),
        },
      ];
    case 'system':
      return isInTranscript(message.line)
        ? [{ ...when, who: '', isAgent: false, body: lineText(texts.lines, message.line) }]
        : [];
    // A side that is not known here is not the visitor's to read.
    default:
      return [];
  }
}

/** Renders a message, with its attachments by their names alone: the files themselves stay where they are guarded. */
function bodyOf(
  { attachments = [], body }: Exclude<Message, { side: 'system' }>,
  texts: TranscriptTexts,
): string {
  const files = attachments.map(({ name }) => `[${texts.file(toLine(name))}]`);
  return [...(body === '' ? [] : [body]), ...files].join('\n');
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

interface HtmlParts {
  readonly title: string;
  readonly siteName: string;
  readonly facts: readonly string[];
  readonly told: readonly Told[];
  readonly locale: string;
}

/** Attributes and not only a sheet: readers of e-mail drop sheets. The policy lets nothing run or be fetched. */
function toHtml({ facts, locale, siteName, title, told }: HtmlParts): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(title)}</title>
</head>
<body style="margin:0 auto;max-width:640px;padding:24px 16px;background:#ffffff;color:#1d1f27;font:16px/1.5 system-ui,sans-serif">
<h1 style="margin:0 0 4px;font-size:20px;line-height:1.3">${escape(siteName || title)}</h1>
${facts.map((fact) => `<p style="margin:0;color:#5c6070;font-size:14px">${escape(fact)}</p>`).join('\n')}
${told.map((one, index) => toHtmlLine(one, told[index - 1])).join('\n')}
</body>
</html>
`;
}

function toHtmlLine(told: Told, before: Told | undefined): string {
  const heading =
    told.day === before?.day
      ? ''
      : `<h2 style="margin:24px 0 8px;padding-bottom:4px;border-bottom:1px solid #dfe1e8;font-size:14px">${escape(told.day)}</h2>\n`;
  if (told.who === '')
    return `${heading}<p style="margin:8px 0;color:#5c6070;font-size:14px">${escape(told.time)} · ${escape(told.body)}</p>`;
  const colour = told.isAgent ? '#f2f3f7' : '#e9e9ff';
  return `${heading}<div style="margin:8px 0;padding:8px 12px;border-radius:10px;background:${colour}">
<p style="margin:0;font-size:14px"><strong>${escape(told.who)}</strong> <span style="color:#5c6070">${escape(told.time)}</span></p>
<p dir="auto" style="margin:0;white-space:pre-wrap;overflow-wrap:anywhere">${escape(told.body)}</p>
</div>`;
}

function toText(title: string, facts: readonly string[], told: readonly Told[]): string {
  const lines = told.flatMap((one, index) => [
    ...(one.day === told[index - 1]?.day ? [] : ['', one.day]),
    one.who === '' ? `${one.time} · ${one.body}` : `${one.time} ${one.who}: ${one.body}`,
  ]);
  return [title, ...facts, ...lines, ''].join('\n');
}
