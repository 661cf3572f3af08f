/** A network that was away for a moment, in ms. */
const PAUSE_MS = 2_000;

/** Asks for a part of the panel until it comes: React's `lazy` would remember for good that it did not. */
export async function keepAsking<Part>(fetchPart: () => Promise<Part>, pauseMs = PAUSE_MS): Promise<Part> {
  for (;;) {
    try {
      return await fetchPart();
    } catch {
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
}
