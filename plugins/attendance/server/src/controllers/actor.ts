import type { Context } from 'koa';

import type { AuditActor } from '../application/audit/audit';

/** Returns the admin user whose session a request has. */
export function actorOf(ctx: Context): AuditActor {
  const user = (ctx.state as { user: AdminUser }).user;
  const name = [user.firstname, user.lastname].filter(Boolean).join(' ');
  return { userId: user.id, userName: name === '' ? (user.email ?? '') : name };
}

/** Admin user, as Strapi's admin session leaves it in the request. */
interface AdminUser {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly email?: string | null;
}
