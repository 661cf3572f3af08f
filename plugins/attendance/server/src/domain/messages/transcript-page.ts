import { LIMITS } from '../../../../protocol/shared/limits';

export interface Page<Line> {
  readonly lines: readonly Line[];
  /** True when there are more after the last of them. */
  readonly hasMore: boolean;
  /** Size of the messages, in bytes. */
  readonly bytes: number;
}

/**
 * The first lines that fit into one page, by their number and by their bytes; one at least, so that whoever reads on gets
 * somewhere. No line is asked for beyond the first that does not fit.
 */
export function takePage<Line>(
  lines: Iterable<Line>,
  most: number,
  bytesOf: (line: Line) => number,
): Page<Line> {
  const taken: Line[] = [];
  let bytes = 0;
  for (const line of lines) {
    const longer = bytes + bytesOf(line);
    if (taken.length >= most || (taken.length > 0 && longer > LIMITS.transcriptPageBytes))
      return { lines: taken, hasMore: true, bytes };
    taken.push(line);
    bytes = longer;
  }
  return { lines: taken, hasMore: false, bytes };
}
