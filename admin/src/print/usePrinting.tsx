import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { flushSync } from 'react-dom';

import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import { currentSession, store } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { Paper } from './Paper';
import type { PrintSubject } from './print-subject';
import { readWhole } from './read-whole';

interface Sheet {
  readonly subject: PrintSubject;
  readonly messages: readonly Message[];
  /** Whether earlier lines are missing: printing began in the browser's own menu, which gave no time to fetch them. */
  readonly isPartial: boolean;
}

interface Printing {
  readonly print: () => void;
  /** Element that is printed instead of the page; to be rendered somewhere. */
  readonly paper: ReactNode;
}

/**
 * Prints a conversation from its first line to its last, however little of it is on screen: by `print`, and by Ctrl+P
 * (or Cmd+P). Where printing begins in the browser's menu nothing can be fetched first: then the lines held are
 * printed, with a note that more came before.
 */
export function usePrinting(subject: PrintSubject | null): Printing {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const wanted = useRef(0);
  const id = subject?.id ?? null;
  const latest = useRef(subject);
  useEffect(() => {
    latest.current = subject;
  });
  // Another conversation was opened: pages still being read for this one are dropped.
  useEffect(() => () => void (wanted.current += 1), [id]);

  const print = useCallback(() => {
    const asked = latest.current;
    const session = currentSession();
    if (asked === null || session === null) return;
    wanted.current += 1;
    const own = wanted.current;
    const isWanted = (): boolean => own === wanted.current;
    const read = readWhole((after) => session.pastLines(asked.id, { after }), { isWanted });
    void read.then((messages) => {
      if (!isWanted()) return;
      if (messages === null) toggleNotification({ type: 'warning', message: t('print.failed') });
      else setSheet({ subject: asked, messages, isPartial: false });
    });
  }, [t, toggleNotification]);

  const isReady = sheet !== null;
  useEffect(() => {
    if (isReady && !sheet.isPartial) window.print();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each sheet
  }, [isReady]);

  useEffect(() => {
    if (id === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isOurs || event.code !== 'KeyP') return;
      event.preventDefault();
      print();
    };
    const onBefore = (): void => {
      const asked = latest.current;
      if (asked === null) return;
      const messages = store.getState().transcripts.get(asked.id)?.messages ?? [];
      flushSync(() =>
        setSheet((held) => held ?? { subject: asked, messages, isPartial: (messages[0]?.sequence ?? 2) > 1 }),
      );
    };
    const onAfter = (): void => setSheet(null);
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
    };
  }, [id, print]);

  return { print, paper: sheet !== null && <Paper {...sheet} /> };
}
