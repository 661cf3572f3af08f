/** A name within a sentence: whatever direction its letters, or its control characters, ask for ends with it. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
