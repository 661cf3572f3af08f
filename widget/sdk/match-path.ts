/** Returns whether a path matches an admin's pattern, in which `*` is any text. No regular expression: nothing backtracks. */
export function matchesPath(pattern: string, path: string): boolean {
  const [head = '', ...parts] = withoutSlash(pattern).split('*');
  const own = withoutSlash(path);
  const tail = parts.pop();
  if (tail === undefined) return own === head;
  if (!own.startsWith(head)) return false;
  let from = head.length;
  for (const part of parts) {
    const found = own.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return own.length - tail.length >= from && own.endsWith(tail);
}

/** Returns the path of an address to compare with a pattern: decoded, and with its query only where the pattern has one. */
export function pathOf(pattern: string, { pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const path = pattern.includes('?') ? pathname + search : pathname;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
