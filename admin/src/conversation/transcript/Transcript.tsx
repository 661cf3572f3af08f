import { useMemo, useState } from 'react';

import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import { olderBefore } from '../../../../plugins/attendance/protocol/rules/transcript';
import { currentSession, useAttendance } from '../../attendance/attendance';
import { useTexts } from '../../i18n/useTexts';
import { visitorName } from '../../ui/format/visitor-name';
import { placeNotes } from '../../model/selectors/place-notes';
import { countBelow, toTimeline } from '../../model/selectors/timeline';
import { TranscriptView } from './TranscriptView';
import { useReading } from './useReading';

const NOTHING: readonly never[] = [];
const retry = (clientNoteId: string): void => currentSession()?.retrySending(clientNoteId);

/** The conversation of the selected interaction, which is read as it comes into sight. */
export function Transcript({ interaction }: { readonly interaction: AgentInteraction }) {
  const { captured, id } = interaction;
  const t = useTexts();
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
  return (
    <TranscriptView
      items={items}
      isLoaded={transcript?.isLoaded === true}
      hasOlder={olderBefore(messages) !== null}
      visitor={visitorName(interaction.visitor, t)}
      interactionId={id}
      below={isAtBottom ? 0 : countBelow(messages, seen)}
      unsentCount={outbox.length}
      onAtBottom={setAtBottom}
      onOlder={() => void currentSession()?.loadEarlier(id)}
      onRetryNote={retry}
    />
  );
}
