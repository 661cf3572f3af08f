/** Returns 128 random bits in hexadecimal. `crypto.randomUUID` is missing where the page has no HTTPS. */
export function randomId(): string {
  const parts = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(parts, (part) => part.toString(16).padStart(8, '0')).join('');
}
