import { useId, useState, type KeyboardEvent } from 'react';

import { isSendKey } from '../../../../plugins/attendance/chat/keys';
import {
  CANNED_VARIABLES,
  type CannedValues,
  type CannedVariable,
} from '../../../../plugins/attendance/protocol/shared/text/canned-text';
import type { CannedResponse } from '../../../../plugins/attendance/protocol/tools/tools';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { useAttendance } from '../../attendance/attendance';
import { useTexts } from '../../i18n/useTexts';
import {
  blanksIn,
  cannedQueryIn,
  cannedValues,
  offeredIn,
  previewOf,
  searchCanned,
  textOfParts,
  type Blank,
  type CannedQuery,
} from '../../model/canned';

const SHOWN_MAX = 50;
const NOTHING: readonly CannedResponse[] = [];

interface Writing {
  readonly id: InteractionId;
  readonly text: string;
  /** Replaces the whole text, and sets the caret or selection from `from` to `to`. */
  readonly replace: (text: string, from: number, to: number) => void;
}

export interface Canned {
  readonly listId: string;
  readonly isOpen: boolean;
  readonly query: string;
  readonly found: readonly CannedResponse[];
  /** Whether there are no canned responses at all here, whatever the query. */
  readonly isEmpty: boolean;
  readonly active: CannedResponse | null;
  readonly values: CannedValues | null;
  readonly blanks: readonly Blank[];
  optionId(response: CannedResponse): string;
  insert(response: CannedResponse): void;
  choose(response: CannedResponse): void;
  /** Updates the query; called with every change of the text or of the caret. */
  follow(text: string, caret: number): void;
  close(): void;
  /** Handles a key; returns whether it was meant for the list. */
  onKeyDown(event: KeyboardEvent): boolean;
}

/** Canned responses by `/` in the text that is being written [C8]. The list follows the caret; the text keeps the focus. */
export function useCanned({ id, replace, text }: Writing): Canned {
  const t = useTexts();
  const listId = useId();
  const responses = useAttendance(({ tools }) => tools.cannedResponses);
  const interaction = useAttendance(({ interactions }) => interactions.get(id));
  const agentName = useAttendance(({ self }) => self?.publicName ?? '');
  const [at, setAt] = useState<CannedQuery | null>(null);
  /** Place of the `/` whose list was closed by hand: it stays closed for that one. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [activeIndex, setActive] = useState(0);

  const offered = interaction === undefined ? NOTHING : offeredIn(responses, interaction);
  const values = interaction === undefined ? null : cannedValues(interaction, agentName);
  const isAsked = at !== null && at.from !== dismissed && text.startsWith(`/${at.query}`, at.from);
  const found = isAsked ? searchCanned(offered, at.query).slice(0, SHOWN_MAX) : NOTHING;
  // Several words without a match are ordinary text: the list is in nobody's way.
  const isOpen = isAsked && (found.length > 0 || !/\s/.test(at.query));
  const active = isOpen ? (found[Math.min(activeIndex, found.length - 1)] ?? null) : null;
  const labelOf = (variable: CannedVariable): string => t(`conversation.variable.${variable}`);
  const labels = CANNED_VARIABLES.map(labelOf);

  const close = (): void => setDismissed(at?.from ?? null);
  const insert = (response: CannedResponse): void => {
    if (at === null || values === null) return;
    const inserted = textOfParts(previewOf(response, values), labelOf);
    const whole = text.slice(0, at.from) + inserted + text.slice(at.from + 1 + at.query.length);
    const end = at.from + inserted.length;
    // The first blank is selected: the next text typed replaces it.
    const [gap] = blanksIn(whole, labels).filter(({ from, to }) => from >= at.from && to <= end);
    setAt(null);
    replace(whole, gap?.from ?? end, gap?.to ?? end);
  };
  const move = (step: number): void => {
    const here = Math.min(activeIndex, found.length - 1);
    setActive((here + step + found.length) % found.length);
  };
  return {
    listId,
    isOpen,
    query: at?.query ?? '',
    found,
    isEmpty: offered.length === 0,
    active,
    values,
    blanks: blanksIn(text, labels),
    optionId: (response) => `${listId}-${response.id}`,
    insert,
    choose: (response) => setActive(found.indexOf(response)),
    close,
    follow: (now, caret) => {
      const next = cannedQueryIn(now, caret);
      if (next?.query !== at?.query || next?.from !== at?.from) {
        setAt(next);
        setActive(0);
      }
      if (next === null) setDismissed(null);
    },
    onKeyDown: (event) => {
      if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'Escape') close();
      else if (active === null) return false;
      else if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if (isSendKey(event) || (event.key === 'Tab' && !event.shiftKey)) insert(active);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
