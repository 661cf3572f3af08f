import { useCallback, useRef, useState, type KeyboardEvent } from 'react';

import { moveMark, tabMark, type MarkPlace } from './move-mark';

/** Attributes of a mark, by which it takes part in the moving of the focus. */
export interface MarkAttributes {
  readonly 'data-column': number;
  readonly 'data-row': number;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Marks<Frame extends Element> {
  readonly frame: React.RefObject<Frame>;
  /** Place of the focused mark, or of the one that Tab leads to. */
  readonly place: MarkPlace;
  /** Whether a mark has the focus. */
  readonly hasFocus: boolean;
  readonly markAt: (column: number, row: number) => MarkAttributes;
}

/** Moves the focus among the marks of a chart by arrow keys: one of them is in the order of Tab, however many there are, and whatever becomes of them. */
export function useMarks<Frame extends Element>(
  first: MarkPlace,
  isMark: (place: MarkPlace) => boolean,
): Marks<Frame> {
  const frame = useRef<Frame>(null);
  const [focused, setFocused] = useState<MarkPlace | null>(null);
  const place = tabMark(focused, first, isMark);
  const [hasFocus, setFocus] = useState(false);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = [
      ...(frame.current?.querySelectorAll<HTMLElement | SVGElement>('[data-column][data-row]') ?? []),
    ];
    const places = marks.map(placeOf);
    const from = places[marks.findIndex((mark) => mark === document.activeElement)];
    if (from === undefined) return;
    const to = moveMark(places, from, event.key);
    if (to === from) return;
    event.preventDefault();
    marks[places.indexOf(to)]?.focus();
  }, []);
  const markAt = (column: number, row: number): MarkAttributes => ({
    'data-column': column,
    'data-row': row,
    tabIndex: place.column === column && place.row === row ? 0 : -1,
    onFocus: () => {
      setFocused({ column, row });
      setFocus(true);
    },
    onBlur: () => setFocus(false),
    onKeyDown,
  });
  return { frame, place, hasFocus, markAt };
}

function placeOf({ dataset }: HTMLElement | SVGElement): MarkPlace {
  return { column: Number(dataset['column']), row: Number(dataset['row']) };
}
