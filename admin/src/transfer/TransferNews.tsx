import { useEffect, useRef } from 'react';
import { useNotification } from '@strapi/strapi/admin';

import type { SystemLine } from '../../../plugins/attendance/protocol/messages/messages';
import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { visitorName } from '../ui/format/visitor-name';
import { receivedTransfers } from '../model/selectors/select-transfers';

/** Notifies the agent, on every page of the panel, of an interaction that a colleague transferred to them [R15]. */
export function TransferNews() {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const interactions = useAttendance((state) => state.interactions);
  const transcripts = useAttendance((state) => state.transcripts);
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { interaction, key, line } of receivedTransfers({ interactions, transcripts })) {
      if (told.current.has(key)) continue;
      told.current.add(key);
      const words = { from: line.from, name: visitorName(interaction.visitor, t), note: line.note };
      toggleNotification({ type: 'info', message: t(textOf(line), words) });
    }
  }, [interactions, t, toggleNotification, transcripts]);
  return null;
}

function textOf({ note }: Extract<SystemLine, { kind: 'transferred' }>) {
  return note === '' ? 'transfer.received' : 'transfer.received.note';
}
