import type { Core } from '@strapi/strapi';

/**
 * State of the public registration. `told`: open, and it was before this application knew to close it. `theirs`: closed, or opened
 * by an administrator since.
 */
export type Registration = 'closed' | 'told' | 'theirs';

/**
 * Closes the public registration of users-permissions, which as it comes lets anybody who finds the address become a user of the
 * website; nothing here needs such users. A fresh installation closes it, once: an administrator's choice later holds. An older one
 * only gets a warning.
 */
export async function closeRegistration(strapi: Core.Strapi): Promise<Registration> {
  const mark = strapi.store({ type: 'core', name: 'atende', key: 'registration' });
  const advanced = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const settings = (await advanced.get({})) as { allow_register?: boolean } | null;
  if (settings === null || (await mark.get({})) !== null) return 'theirs';
  const counts = await Promise.all(
    ['admin::user', 'plugin::users-permissions.user'].map((type) =>
      strapi.db.query(type as 'admin::user').count(),
    ),
  );
  if (counts.every((count) => count === 0)) {
    await advanced.set({ value: { ...settings, allow_register: false } });
    await mark.set({ value: { closedAt: Date.now() } });
    return 'closed';
  }
  if (settings.allow_register !== true) return 'theirs';
  strapi.log.warn(
    'Anybody may register as a user of this Strapi (POST /api/auth/local/register). Unless a site of yours needs it, switch it off in Settings > Users & Permissions > Advanced settings > Enable sign-ups.',
  );
  return 'told';
}
