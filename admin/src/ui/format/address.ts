/**
 * Returns an address for display: host and path, without scheme, query and final slash; what is no address is returned
 * as it is.
 */
export function shortAddress(address: string): string {
  const url = parse(address);
  return url === null ? address : `${url.host}${url.pathname.replace(/\/$/, '')}`;
}

/** Returns the page's path within its site. */
export function pathOf(address: string): string {
  return parse(address)?.pathname ?? address;
}

/** Returns an address that may be a link: web addresses only, for it was captured from a stranger's page. */
export function safeHref(address: string): string | undefined {
  const url = parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
