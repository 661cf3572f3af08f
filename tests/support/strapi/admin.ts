import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';

const PASSWORD = 'Atende-test-1';

export interface AdminUser {
  readonly id: number;
  readonly token: string;
}

interface UserService {
  create(user: object): Promise<{ id: number }>;
  updateById(id: number, change: object): Promise<unknown>;
  deleteById(id: number): Promise<unknown>;
}

export function adminUsers(strapi: Core.Strapi): UserService {
  return strapi.service('admin::user') as unknown as UserService;
}

/** Returns the id of Strapi's own role, by its code. */
export async function roleId(strapi: Core.Strapi, code: string): Promise<number> {
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number } | null;
  if (role === null) throw new Error(`there is no role ${code}`);
  return role.id;
}

/** Creates an admin user with these roles, and signs them in. */
export async function signIn(
  strapi: Core.Strapi,
  { firstname, roles }: { readonly firstname: string; readonly roles: readonly number[] },
): Promise<AdminUser> {
  const email = `${firstname.toLowerCase()}@test.local`;
  const user = { firstname, lastname: 'Teste', email, password: PASSWORD, isActive: true, roles };
  const { id } = await adminUsers(strapi).create(user);
  return { id, token: await openSession(strapi, id) };
}

/**
 * Returns an access token of a new session, made as Strapi's login route makes it (@strapi/admin,
 * controllers/authentication). The route itself counts how often an address tries a name, for as long as its process
 * lives: over the Strapis of all files.
 */
async function openSession(strapi: Core.Strapi, userId: number): Promise<string> {
  const sessions = strapi.sessionManager('admin');
  const { token } = await sessions.generateRefreshToken(String(userId), randomUUID(), { type: 'session' });
  const access = await sessions.generateAccessToken(token);
  if ('error' in access) throw new Error(`no session: ${access.error}`);
  return access.token;
}

/** Returns the token of a new user with one role, given by its code. */
export async function signInAs(
  { strapi }: { readonly strapi: Core.Strapi },
  firstname: string,
  role: string,
): Promise<string> {
  return (await signIn(strapi, { firstname, roles: [await roleId(strapi, role)] })).token;
}

/** Sends a request with an admin's token; `body` is sent as JSON. */
export async function adminFetch<Data>(
  url: string,
  {
    token,
    body,
    method = 'GET',
  }: { readonly token?: string; readonly body?: unknown; readonly method?: string },
): Promise<{ readonly status: number; readonly data: Data }> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => ({}))) as { data: Data };
  return { status: response.status, data: answer.data };
}
