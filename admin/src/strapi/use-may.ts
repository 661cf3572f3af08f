import { useAuth } from '@strapi/strapi/admin';

import { PERMISSION } from './plugin-id';

/** Returns whether the signed-in user has a permission of this plugin [F4]. */
export function useMay(permission: keyof typeof PERMISSION): boolean {
  return useAuth('Attendance', ({ permissions }) =>
    permissions.some(({ action }) => action === PERMISSION[permission].action),
  );
}
