/** Returns the list with one of its entries elsewhere; unchanged where there is no such place. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): readonly Entry[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length || from === to) return list;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), entry, ...others.slice(to)];
}

/** Returns the list with one of its entries changed. */
export function withEntry<Entry extends object>(
  list: readonly Entry[],
  index: number,
  part: Partial<Entry>,
): Entry[] {
  return list.map((entry, at) => (at === index ? { ...entry, ...part } : entry));
}

export function without<Entry>(list: readonly Entry[], index: number): Entry[] {
  return list.filter((_, at) => at !== index);
}
