import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The clock of a product's process, which a test sets. It goes on from there as time does. */
export interface ProductClock {
  /** For `startProduct`. */
  readonly env: Readonly<Record<string, string>>;
  set(at: number): Promise<void>;
  remove(): Promise<void>;
}

const PRELOADED = pathToFileURL(path.resolve(import.meta.dirname, 'set-clock.mjs')).href;

export async function makeClock(at: number): Promise<ProductClock> {
  const folder = await mkdtemp(path.join(tmpdir(), 'atende-clock-'));
  const file = path.join(folder, 'ahead');
  const set = async (moment: number): Promise<void> => {
    // Never read half-written.
    await writeFile(`${file}.new`, String(moment - Date.now()));
    await rename(`${file}.new`, file);
  };
  await set(at);
  return {
    env: { NODE_OPTIONS: `--import=${PRELOADED}`, TEST_CLOCK: file },
    set,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
