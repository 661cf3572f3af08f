import type { Core } from '@strapi/strapi';

import type { AttendingUser } from '../../application/agents/ports';

const ATTEND = 'plugin::attendance.attend';

interface Permission {
  readonly role: { readonly id: number } | null;
}

interface User {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly username?: string | null;
}

/**
 * Everybody of a role with the permission to attend, active and not blocked. A condition on the permission is not looked at: the
 * connection itself decides. Source: @strapi/admin content-types Permission and User.
 */
export function createAttendingUsers(strapi: Core.Strapi): () => Promise<AttendingUser[]> {
  return async () => {
    const permissions = (await strapi.db
      .query('admin::permission')
      .findMany({ where: { action: ATTEND }, populate: ['role'] })) as Permission[];
    const roleIds = permissions.flatMap(({ role }) => (role === null ? [] : [role.id]));
    const users = (await strapi.db.query('admin::user').findMany({
      where: { isActive: true, blocked: { $ne: true }, roles: { id: { $in: roleIds } } },
    })) as User[];
    return users.map(({ firstname, id, lastname, username }) => ({
      userId: id,
      name: [firstname, lastname].filter(Boolean).join(' ') || username || 'Atendimento',
    }));
  };
}
