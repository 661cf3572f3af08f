import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Loader } from '@strapi/design-system';
import { ArrowDown } from '@strapi/icons';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import { olderBefore } from '../../../../plugins/attendance/protocol/rules/transcript';
import { currentSession, useAttendance } from '../../attendance/attendance';
import { PictureStage } from '../../files/PictureStage';
import { useTexts } from '../../i18n/useTexts';
import { visitorName } from '../../ui/format/visitor-name';
import { placeNotes } from '../../model/selectors/place-notes';
import { countBelow, toTimeline, type TimelineItem } from '../../model/selectors/timeline';
import { DayView, LineView, StartView } from './LineView';
import { MessageView } from './MessageView';
import { NoteView } from './NoteView';
import { useReading } from './useReading';

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
const NOTHING: readonly never[] = [];

/** The conversation of the selected interaction, windowed: its length costs nothing. */
export function Transcript({ interaction }: { readonly interaction: AgentInteraction }) {
  const { captured, id } = interaction;
  const t = useTexts();
  const list = useRef<VirtuosoHandle>(null);
  const transcript = useAttendance(({ transcripts }) => transcripts.get(id));
  const outbox = useAttendance((state) => state.outbox);
  const messages = transcript?.messages ?? NOTHING;
  const notes = useAttendance((state) => state.notes.get(id)) ?? NOTHING;
  const items = useMemo(
    () =>
      toTimeline(
        placeNotes(messages, notes),
        outbox.filter(({ interactionId }) => interactionId === id),
        captured.originUrl,
      ),
    [messages, notes, outbox, id, captured.originUrl],
  );
  const [isAtBottom, setAtBottom] = useState(true);
  const seen = useReading(interaction, isAtBottom);
  const firstIndex = useFirstIndex(items);
  const hasOlder = olderBefore(messages) !== null;
  const unsentCount = outbox.length;
  useEffect(() => {
    // The agent's own message is scrolled into sight at once.
    if (unsentCount > 0) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
  }, [unsentCount]);

  if (transcript?.isLoaded !== true)
    return (
      <Frame>
        <Centre>
          <Loader>{t('conversation.loading')}</Loader>
        </Centre>
      </Frame>
    );
  const below = isAtBottom ? 0 : countBelow(messages, seen);
  const name = visitorName(interaction.visitor, t);
  return (
    <Frame role="log" aria-live="off" aria-label={t('conversation.label', { name })}>
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
          atBottomStateChange={setAtBottom}
          startReached={() => {
            if (hasOlder) void currentSession()?.loadEarlier(id);
          }}
          components={{ Header: Top }}
          context={{ hasOlder }}
          itemContent={(_, item) => <ItemView item={item} interaction={interaction} visitor={name} />}
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

interface ItemViewProps {
  readonly item: TimelineItem;
  readonly interaction: AgentInteraction;
  readonly visitor: string;
}

function ItemView({ interaction, item, visitor }: ItemViewProps) {
  switch (item.kind) {
    case 'start':
      return <StartView at={item.at} url={item.url} />;
    case 'day':
      return <DayView at={item.at} />;
    case 'line':
      return <LineView at={item.at} line={item.line} />;
    case 'note':
      return <NoteView item={item} />;
    case 'text':
      return <MessageView interactionId={interaction.id} item={item} visitor={visitor} />;
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
