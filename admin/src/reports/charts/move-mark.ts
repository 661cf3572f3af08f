/** Place of a mark that can be focused, in rows and columns from 0 on. */
export interface MarkPlace {
  readonly column: number;
  readonly row: number;
}

/** Returns the mark that Tab leads to: the last focused one while there is such a mark, else the first. */
export function tabMark(
  focused: MarkPlace | null,
  first: MarkPlace,
  isMark: (place: MarkPlace) => boolean,
): MarkPlace {
  return focused !== null && isMark(focused) ? focused : first;
}

/**
 * Returns the mark that an arrow key leads to, or the same where there is none that way. A row that a column lacks is
 * passed over: what is 0 has no mark.
 */
export function moveMark(places: readonly MarkPlace[], from: MarkPlace, key: string): MarkPlace {
  const inRow = places.filter(({ row }) => row === from.row).sort((a, b) => a.column - b.column);
  const inColumn = places.filter(({ column }) => column === from.column).sort((a, b) => a.row - b.row);
  const next = {
    ArrowRight: () => inRow.find(({ column }) => column > from.column),
    ArrowLeft: () => inRow.findLast(({ column }) => column < from.column),
    ArrowDown: () => inColumn.find(({ row }) => row > from.row),
    ArrowUp: () => inColumn.findLast(({ row }) => row < from.row),
    Home: () => inRow[0],
    End: () => inRow.at(-1),
  }[key];
  return next?.() ?? from;
}
