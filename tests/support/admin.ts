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

/** Strapi's own role, by its code. */
export async function roleId(strapi: Core.Strapi, code: string): Promise<number> {
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number } | null;
  if (role === null) throw new Error(`there is no role ${code}`);
  return role.id;
}

/** An admin user with these roles, signed in through Strapi's own login route. */
export async function signIn(
  strapi: Core.Strapi,
  url: string,
  { firstname, roles }: { readonly firstname: string; readonly roles: readonly number[] },
): Promise<AdminUser> {
  const email = `${firstname.toLowerCase()}@test.local`;
  const user = { firstname, lastname: 'Teste', email, password: PASSWORD, isActive: true, roles };
  const { id } = await adminUsers(strapi).create(user);
  const response = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const { data } = (await response.json()) as { data: { token: string } };
  return { id, token: data.token };
}

/** The token of somebody with one role, given by its code. */
export async function signInAs(
  { strapi, url }: { readonly strapi: Core.Strapi; readonly url: string },
  firstname: string,
  role: string,
): Promise<string> {
  return (await signIn(strapi, url, { firstname, roles: [await roleId(strapi, role)] })).token;
}

/** A request with an admin's token; `body` is sent as JSON. */
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
