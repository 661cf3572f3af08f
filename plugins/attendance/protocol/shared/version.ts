/** Version of the wire protocol. A client sends it in the handshake; another version is refused with `bad_request`. */
export const PROTOCOL_VERSION = 1;

/** Path of the Socket.IO endpoint, on Strapi's own HTTP server. */
export const SOCKET_PATH = '/attendance/socket';

/** Socket.IO namespaces: one for each side of an interaction. */
export const NAMESPACE = { visitor: '/visitor', agent: '/agent' } as const;

/** Prefix of the public HTTP routes; `/api` is Strapi's own for its content API. */
export const PUBLIC_HTTP_PREFIX = '/api/attendance';

/** Prefix of the admin HTTP routes, behind Strapi's admin session. */
export const ADMIN_HTTP_PREFIX = '/attendance';
