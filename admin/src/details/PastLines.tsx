import { forwardRef, Fragment, type Ref } from 'react';
import { styled } from 'styled-components';

import { DayView, LineView } from '../conversation/transcript/LineView';
import { LinkedText } from '../conversation/transcript/LinkedText';
import { MessageFiles } from '../files/MessageFiles';
import { useLocale, useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import type { PastLine } from '../model/selectors/place-notes';
import { formatClock, formatExact } from '../ui/format/time';
import { dayOf } from '../model/day-of';

const Said = styled.div`
  padding: 4px 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  small {
    display: block;
    font-size: 1.1rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  a {
    color: inherit;
  }
  &[data-is-target='true'] {
    position: relative;
    &::before {
      content: '';
      position: absolute;
      inset: 4px auto 4px -10px;
      width: 3px;
      border-radius: 3px;
      background: ${({ theme }) => theme.colors.primary600};
    }
  }
`;

const Noted = styled(Said)<{ $isWhisper: boolean }>`
  margin: 2px -6px;
  padding: 4px 6px;
  border-radius: 6px;
  background: ${({ $isWhisper, theme }) => shade($isWhisper ? 'whisper' : 'note')({ theme })};
  small {
    color: ${({ $isWhisper, theme }) => shade($isWhisper ? 'whisperInk' : 'noteInk')({ theme })};
  }
`;

interface PastLinesProps {
  readonly lines: readonly PastLine[];
  readonly visitor: string;
  /** Search words to highlight in the lines. */
  readonly words?: readonly string[];
  /** Line to scroll to, which gets the `ref`. */
  readonly target?: PastLine | undefined;
  /** Whether system lines and days are shown too. */
  readonly isWhole?: boolean;
}

/** Messages and notes of a past interaction; read only. */
export const PastLines = forwardRef<HTMLDivElement, PastLinesProps>(function PastLines(
  { isWhole = false, lines, target, ...more },
  ref,
) {
  const shown = isWhole ? lines : lines.filter((line) => !('side' in line) || line.side !== 'system');
  return (
    <>
      {shown.map((line, index) => {
        const before = shown[index - 1];
        const isNextDay = isWhole && before !== undefined && dayOf(timeOf(before)) !== dayOf(timeOf(line));
        const isTarget = line === target;
        return (
          <Fragment key={'side' in line ? line.sequence : `note/${line.id}`}>
            {isNextDay && <DayView at={timeOf(line)} />}
            <Line line={line} isTarget={isTarget} place={isTarget ? ref : undefined} {...more} />
          </Fragment>
        );
      })}
    </>
  );
});

interface LineProps extends Pick<PastLinesProps, 'visitor' | 'words'> {
  readonly line: PastLine;
  readonly isTarget: boolean;
  readonly place: Ref<HTMLDivElement> | undefined;
}

function Line({ isTarget, line, place, visitor, words }: LineProps) {
  const t = useTexts();
  const locale = useLocale();
  const marked = words === undefined ? {} : { words };
  const at = timeOf(line);
  const when = <time title={formatExact(at, locale)}>{formatClock(at, locale)}</time>;
  if (!('side' in line))
    return (
      <Noted ref={place} dir="auto" data-is-target={isTarget} $isWhisper={line.isWhisper === true}>
        <small>
          {t(line.isWhisper === true ? 'conversation.whisper.by' : 'conversation.note.by', {
            name: line.agentName,
          })}{' '}
          · {t('conversation.note.badge')} · {when}
        </small>
        <LinkedText text={line.body} {...marked} />
      </Noted>
    );
  if (line.side === 'system') return <LineView at={line.sentAt} line={line.line} />;
  return (
    <Said ref={place} dir="auto" data-is-target={isTarget}>
      <small>
        {line.side === 'agent' ? line.agentName : visitor || t('details.title')} · {when}
      </small>
      <LinkedText text={line.body} {...marked} />
      {line.attachments !== undefined && <MessageFiles files={line.attachments} {...marked} />}
    </Said>
  );
}

function timeOf(line: PastLine): number {
  return 'side' in line ? line.sentAt : line.writtenAt;
}
