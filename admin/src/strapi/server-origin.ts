/** Returns the origin at which browsers reach this Strapi: its configured address, else the panel's own. */
export function serverOrigin(): string {
  return new URL(window.strapi.backendURL || '/', window.location.origin).origin;
}
