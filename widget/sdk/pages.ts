import type { SitePages } from '../../plugins/attendance/protocol/settings/site';
import { matchesPath, pathOf } from './match-path';

/** Fetches the pages that have a launcher. Resolves with a function that returns whether the current page is one [Z138]. */
export async function fetchPages(base: string, siteKey: string): Promise<() => boolean> {
  const answer = await fetch(`${base}/sites/${siteKey}/pages`);
  const { isOnlyThere, patterns } = ((await answer.json()) as { data: SitePages }).data;
  return () => patterns.some((pattern) => matchesPath(pattern, pathOf(pattern, location))) === isOnlyThere;
}
