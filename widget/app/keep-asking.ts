/** A network that was away for a moment, in ms. */
const PAUSE_MS = 2_000;

/** Asks until it comes: for what the panel cannot begin without. */
export async function keepAsking<Part>(ask: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  }
}
