/** Returns a name isolated for use in a sentence: a text direction that its letters or control characters set ends with it. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
