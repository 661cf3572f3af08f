import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Inspector } from './inspector';

/** What every measurement is given. */
export interface Bench {
  /** Folder of the product. */
  readonly root: string;
  /** For databases; removed at the end. */
  readonly folder: string;
  /** Where the programs of the bench's other processes are. */
  readonly bundles: string;
  /** Where CPU profiles go; null without. */
  readonly profiles: string | null;
  say(line: string): void;
}

/** Runs the work, under the profiler where profiles are wanted. */
export async function profiled<Result>(
  { profiles }: Bench,
  inspector: Inspector,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (profiles === null) return work();
  await inspector.startProfile();
  const result = await work();
  writeFileSync(path.join(profiles, `${name}.cpuprofile`), await inspector.stopProfile());
  return result;
}

export function round(value: number, digits = 0): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}
