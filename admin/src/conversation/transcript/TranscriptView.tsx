import { useEffect, useRef, useState } from 'react';
import { Button, Loader } from '@strapi/design-system';
import { ArrowDown } from '@strapi/icons';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { styled } from 'styled-components';

import type { Watermark } from '../../../../plugins/attendance/protocol/messages/messages';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { PictureStage } from '../../files/PictureStage';
import { useTexts } from '../../i18n/useTexts';
import type { TimelineItem } from '../../model/selectors/timeline';
import { DayView, LineView, StartView } from './LineView';
import { MessageView } from './MessageView';
import { NoteView } from './NoteView';

const Frame = styled.div`
  position: relative;
  flex: 1;
  min-height: 0;
`;

const Centre = styled.div`
  display: grid;
  place-items: center;
  height: 100%;
`;

const Jump = styled.div`
  position: absolute;
  right: 24px;
  bottom: 8px;
`;

/** Items before the first one held are numbered down from here, so that older pages do not move what is in sight. */
const FIRST_INDEX = 1_000_000;

export interface TranscriptViewProps {
  readonly items: readonly TimelineItem[];
  /** Whether a page of the server is held; until then nothing is shown. */
  readonly isLoaded: boolean;
  readonly hasOlder: boolean;
  /** Display name of the visitor. */
  readonly visitor: string;
  /** Interaction of this agent whose receipts are followed; null where another's is read. */
  readonly interactionId: InteractionId | null;
  /** Visitor's watermark where another's live interaction is followed; absent elsewhere. */
  readonly seen?: Watermark | undefined;
  /** Number of messages below what is in sight, while the end is not. */
  readonly below: number;
  /** Number of one's own lines that are not known to be stored: each new one is scrolled into sight. */
  readonly unsentCount: number;
  readonly onAtBottom?: (isAtBottom: boolean) => void;
  readonly onOlder: () => void;
  readonly onRetryNote: (clientNoteId: string) => void;
}

/** A live conversation, windowed: its length costs nothing. */
export function TranscriptView(props: TranscriptViewProps) {
  const { below, hasOlder, interactionId, isLoaded, items, onAtBottom, onOlder, onRetryNote, unsentCount } =
    props;
  const t = useTexts();
  const list = useRef<VirtuosoHandle>(null);
  const [isAtBottom, setAtBottom] = useState(true);
  const firstIndex = useFirstIndex(items);
  useEffect(() => {
    // The agent's own message is scrolled into sight at once.
    if (unsentCount > 0) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
  }, [unsentCount]);

  if (!isLoaded)
    return (
      <Frame>
        <Centre>
          <Loader>{t('conversation.loading')}</Loader>
        </Centre>
      </Frame>
    );
  return (
    <Frame role="log" aria-live="off" aria-label={t('conversation.label', { name: props.visitor })}>
      <PictureStage>
        <Virtuoso
          ref={list}
          style={{ height: '100%' }}
          data={items}
          firstItemIndex={firstIndex}
          initialTopMostItemIndex={{ index: 'LAST', align: 'end' }}
          alignToBottom
          atBottomThreshold={32}
          increaseViewportBy={400}
          computeItemKey={(_, item) => item.key}
          followOutput={(isFollowing) => (isFollowing ? 'auto' : false)}
          atBottomStateChange={(isNow) => {
            setAtBottom(isNow);
            onAtBottom?.(isNow);
          }}
          startReached={() => {
            if (hasOlder) onOlder();
          }}
          components={{ Header: Top }}
          context={{ hasOlder }}
          itemContent={(_, item) => (
            <ItemView
              item={item}
              interactionId={interactionId}
              seen={props.seen}
              visitor={props.visitor}
              onRetryNote={onRetryNote}
            />
          )}
        />
      </PictureStage>
      {!isAtBottom && (
        <Jump>
          <Button
            variant="secondary"
            startIcon={<ArrowDown aria-hidden />}
            aria-label={below > 0 ? t('conversation.newMessages', { count: below }) : t('conversation.jump')}
            onClick={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' })}
          >
            {below > 0 ? t('conversation.newMessages', { count: below }) : t('conversation.jump')}
          </Button>
        </Jump>
      )}
    </Frame>
  );
}

interface TopContext {
  readonly hasOlder: boolean;
}

const Space = styled.div`
  display: flex;
  justify-content: center;
  padding-top: 16px;
`;

function Top({ context }: { readonly context?: TopContext }) {
  return <Space>{context?.hasOlder === true && <Loader small />}</Space>;
}

interface ItemViewProps extends Pick<
  TranscriptViewProps,
  'interactionId' | 'onRetryNote' | 'seen' | 'visitor'
> {
  readonly item: TimelineItem;
}

function ItemView({ interactionId, item, onRetryNote, seen, visitor }: ItemViewProps) {
  switch (item.kind) {
    case 'start':
      return <StartView at={item.at} url={item.url} />;
    case 'day':
      return <DayView at={item.at} />;
    case 'line':
      return <LineView at={item.at} line={item.line} />;
    case 'note':
      return <NoteView item={item} isToReader={interactionId !== null} onRetry={onRetryNote} />;
    case 'text':
      return <MessageView interactionId={interactionId} item={item} seen={seen} visitor={visitor} />;
  }
}

/** Returns the number of the first item: items keep their numbers when older ones are put before them. */
function useFirstIndex(items: readonly TimelineItem[]): number {
  const [anchor, setAnchor] = useState<string | null>(null);
  const place = items.findIndex(({ key }) => key === anchor);
  if (place >= 0) return FIRST_INDEX - place;
  const next = items.find(({ kind }) => kind === 'text' || kind === 'line')?.key ?? null;
  if (next !== anchor) setAnchor(next);
  return FIRST_INDEX;
}
