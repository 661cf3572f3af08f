import { createHmac } from 'node:crypto';

/** The secret of tests/support/strapi/strapi-server.ts: a forger who knew it could do everything; the tests prove that nothing less does. */
const SECRET = 'test-admin-secret';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Returns a JSON Web Token as an attacker would write it; without a secret it is not signed. */
export function forgeToken(
  payload: object,
  { algorithm = 'HS256', secret = SECRET }: { algorithm?: string; secret?: string | null } = {},
): string {
  const unsigned = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(payload)}`;
  const signature = secret === null ? '' : createHmac('sha256', secret).update(unsigned).digest('base64url');
  return `${unsigned}.${signature}`;
}

/** Returns the payload of a token. */
export function payloadOf(token: string): Record<string, unknown> {
  const [, body = ''] = token.split('.');
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
}
