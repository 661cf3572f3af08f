/** Longest that the column holds, in UTF-16 units. */
const LENGTH = 255;

/** Returns a page as reports group by it: host and path, without query or fragment, which may tell who the visitor is. Empty where it is no page's address. */
export function pageOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { host, pathname, protocol } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return '';
  return `${host}${pathname}`.slice(0, LENGTH);
}
