import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import { lineText, type VisitorLine } from '../../../plugins/attendance/protocol/lines/line-texts';
import { isolate } from '../i18n/isolate';
import type { TextItem, TimelineItem } from '../model/timeline';
import type { Panel } from '../panel/panel';
import { FileSlot } from './FileSlot';
import { LinkedText } from '../ui/LinkedText';

interface TimelineEntryProps {
  readonly item: TimelineItem;
  readonly panel: Panel;
}

/** One item of the conversation. A screen reader announces only messages of others, each with its sender. */
export function TimelineEntry({ item, panel }: TimelineEntryProps) {
  const { texts } = panel;
  if (item.kind === 'line') return <p className="line">{lineText(texts.lines, isolateNames(item.line))}</p>;
  const { isOwn, sender, body, attachments, isLastOfRun } = item;
  return (
    <div className={isOwn ? 'own' : 'other'} aria-live={isOwn ? 'off' : undefined}>
      <span className="unseen">{isOwn ? texts.you : texts.says(isolate(sender))} </span>
      {attachments?.length ? <FileSlot panel={panel} files={attachments} /> : null}
      {body && (
        <p className="bubble" dir="auto">
          <LinkedText text={body} />
        </p>
      )}
      {isLastOfRun && <Meta item={item} panel={panel} />}
    </div>
  );
}

function Meta({
  item: { sentAt, receipt },
  panel: { texts, locale },
}: TimelineEntryProps & { readonly item: TextItem }) {
  const words = [sentAt !== null && formatTime(sentAt, locale), receipt && texts.receipt[receipt]];
  return (
    <p className={receipt === 'failed' ? 'meta failed' : 'meta'}>
      {sentAt !== null ? (
        <time dateTime={new Date(sentAt).toISOString()} title={new Date(sentAt).toLocaleString(locale)}>
          {words[0]}
        </time>
      ) : null}
      {words.every(Boolean) && ' · '}
      {words[1]}
    </p>
  );
}

/** Formats a time given in ms as the hour, with the date when it is not today. */
function formatTime(sentAt: number, locale: Locale): string {
  const at = new Date(sentAt);
  const isToday = at.toDateString() === new Date().toDateString();
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  return at.toLocaleString(locale, isToday ? hour : { day: '2-digit', month: '2-digit', ...hour });
}

/** Returns a line with its names isolated, so that none sets the direction of the sentence. */
function isolateNames(line: VisitorLine): VisitorLine {
  if (line.kind === 'agent-joined') return { ...line, agentName: isolate(line.agentName) };
  return line.kind === 'transferred' ? { ...line, to: isolate(line.to) } : line;
}
