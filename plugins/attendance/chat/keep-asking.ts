/** Pause between tries, in ms: a network is often away for a moment only. */
const PAUSE_MS = 2_000;

/** Asks for a part of a screen until it comes [Z114]: browsers and React's `lazy` would remember for good that it did not. */
export async function keepAsking<Part>(ask: () => Promise<Part>, pauseMs = PAUSE_MS): Promise<Part> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
}
