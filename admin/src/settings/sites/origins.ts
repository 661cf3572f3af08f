type OriginFault = 'scheme' | 'path' | 'wildcard' | 'invalid';

export interface OriginLine {
  /** Text as typed, trimmed. */
  readonly text: string;
  readonly fault: OriginFault | null;
  /** Origin that was probably meant. */
  readonly suggestion: string | null;
}

const ORIGIN = /^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d+)?$/;

/** Returns the notes on each line that is not empty; the server has the last word. */
export function readOrigins(lines: readonly string[]): readonly OriginLine[] {
  return lines
    .map((line) => line.trim())
    .filter((text) => text !== '')
    .map(readOrigin);
}

function readOrigin(text: string): OriginLine {
  if (text.includes('*')) return { text, fault: 'wildcard', suggestion: null };
  if (!/^https?:\/\//i.test(text)) return { text, fault: 'scheme', suggestion: originOf(`https://${text}`) };
  const origin = originOf(text);
  if (origin === null) return { text, fault: 'invalid', suggestion: null };
  return origin === text
    ? { text, fault: null, suggestion: null }
    : { text, fault: 'path', suggestion: origin };
}

function originOf(text: string): string | null {
  try {
    const { origin } = new URL(text);
    return ORIGIN.test(origin) ? origin : null;
  } catch {
    return null;
  }
}
