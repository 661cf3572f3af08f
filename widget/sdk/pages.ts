import type { SitePages } from '../../plugins/attendance/protocol/settings/site';
import { matchesPath, pathOf } from './match-path';

/** Fetches on which pages of the site the launcher stands; the answer tells whether the address by now is one of them [Z138]. */
export async function fetchPages(base: string, siteKey: string): Promise<() => boolean> {
  const answer = await fetch(`${base}/sites/${siteKey}/pages`);
  const { isOnlyThere, patterns } = ((await answer.json()) as { data: SitePages }).data;
  return () => patterns.some((pattern) => matchesPath(pattern, pathOf(pattern, location))) === isOnlyThere;
}
