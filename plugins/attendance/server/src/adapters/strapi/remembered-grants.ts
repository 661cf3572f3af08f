import type { Core } from '@strapi/strapi';

const OURS = 'plugin::attendance.';
/** Strapi gives this role everything by itself, at each start. */
const SUPER_ADMIN = 'strapi-super-admin';

/** Permission of the plugin that a role has. */
interface Grant {
  readonly role: string;
  readonly action: string;
  readonly conditions: readonly string[];
}

interface PermissionRow {
  readonly action: string;
  readonly conditions: readonly string[] | null;
  readonly role: { readonly code: string } | null;
}

interface PermissionEvent {
  readonly result?: { readonly action?: unknown } | null;
}

const storeOf = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: 'attendance', key: 'grants' });

async function readGrants(strapi: Core.Strapi): Promise<Grant[]> {
  const rows = (await strapi.db.query('admin::permission').findMany({
    where: { action: { $startsWith: OURS } },
    populate: ['role'],
    orderBy: 'id',
  })) as PermissionRow[];
  return rows.flatMap(({ action, conditions, role }) =>
    role === null || role.code === SUPER_ADMIN
      ? []
      : [{ role: role.code, action, conditions: conditions ?? [] }],
  );
}

/**
 * Strapi deletes the permissions of a plugin that is not there. While the plugin is, it writes down who has which of its own,
 * where Strapi leaves it alone: what an administrator takes away is then gone from there as well.
 */
export async function rememberGrants(strapi: Core.Strapi): Promise<void> {
  const remember = async (): Promise<void> => {
    const store = storeOf(strapi);
    const grants = await readGrants(strapi);
    // Most starts find what they left.
    if (JSON.stringify(await store.get({})) !== JSON.stringify(grants)) await store.set({ value: grants });
  };
  const rememberOurs = async ({ result }: PermissionEvent): Promise<void> => {
    if (typeof result?.action === 'string' && result.action.startsWith(OURS)) await remember();
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::permission'],
    afterCreate: (event) => rememberOurs(event as PermissionEvent),
    afterUpdate: (event) => rememberOurs(event as PermissionEvent),
    afterDelete: (event) => rememberOurs(event as PermissionEvent),
    afterCreateMany: remember,
    afterDeleteMany: remember,
  });
  await remember();
}

/** Restores the plugin's permissions of the roles that still exist, after the plugin was removed for a while. */
export async function restoreGrants(strapi: Core.Strapi, otherwise: readonly Omit<Grant, 'conditions'>[]) {
  const remembered = ((await storeOf(strapi).get({})) as readonly Grant[] | null) ?? null;
  const present = await readGrants(strapi);
  const grants = remembered ?? otherwise.map((grant) => ({ ...grant, conditions: [] }));
  for (const { action, conditions, role: code } of grants) {
    if (present.some((grant) => grant.role === code && grant.action === action)) continue;
    const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number } | null;
    if (role === null) continue;
    await strapi.db.query('admin::permission').create({
      data: { action, conditions, subject: null, properties: {}, actionParameters: {}, role: role.id },
    });
  }
}
