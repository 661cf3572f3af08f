import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { PUBLIC_HTTP_PREFIX } from '../../../../plugins/attendance/protocol/shared/version';

interface SnippetWishes {
  /** Language of the widget; null is the browser's. */
  readonly locale: Locale | null;
  /** Key of the department that the snippet names. */
  readonly department: string | null;
}

/** Returns the snippet for the site's pages [F6]. Keys hold nothing that HTML reads otherwise. */
export function snippetOf(
  serverOrigin: string,
  siteKey: string,
  { department, locale }: SnippetWishes,
): string {
  const wishes = [
    locale === null ? '' : ` data-locale="${locale}"`,
    department === null ? '' : ` data-department="${department}"`,
  ].join('');
  return `<script async src="${serverOrigin}${PUBLIC_HTTP_PREFIX}/widget.js" data-site="${siteKey}"${wishes}></script>`;
}

/**
 * Returns what a site with a content security policy adds to it; the socket is the frame's, under a policy of its own.
 */
export function policyOf(serverOrigin: string): string {
  return ['script-src', 'connect-src', 'frame-src'].map((part) => `${part} ${serverOrigin}`).join('; ');
}
