import type { Core } from '@strapi/strapi';

import type { AdminSession, AdminSessions } from '../../application/agents/admin-sessions';

const ATTEND = 'plugin::attendance.attend';
const SUPERVISE = 'plugin::attendance.supervise';
const SEE_IP = 'plugin::attendance.see-ip';

interface Ability {
  can(action: string): boolean;
}

interface AdminUser {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly isActive: boolean;
  readonly blocked: boolean;
}

/** A rotated session names the one that came after it; signing out deletes them all. Source: @strapi/core services/session-manager. */
async function followRotation(strapi: Core.Strapi, sessionId: string): Promise<string> {
  const seen = new Set<string>();
  let current = sessionId;
  for (;;) {
    seen.add(current);
    const row = (await strapi.db
      .query('admin::session')
      .findOne({ where: { sessionId: current }, select: ['childId'] })) as { childId?: string | null } | null;
    const next = row?.childId ?? null;
    if (next === null || seen.has(next)) return current;
    current = next;
  }
}

/** Strapi's admin session: source, @strapi/core services/session-manager and @strapi/admin services/permission. */
export function createAdminSessions(strapi: Core.Strapi): AdminSessions {
  const sessions = () => strapi.sessionManager('admin');

  const allowedUser = async (userId: number): Promise<{ user: AdminUser; ability: Ability } | null> => {
    const user = (await strapi.db
      .query('admin::user')
      .findOne({ where: { id: userId }, populate: ['roles'] })) as AdminUser | null;
    if (user === null || !user.isActive || user.blocked) return null;
    const permissions = strapi.service('admin::permission') as unknown as {
      engine: { generateUserAbility(user: AdminUser): Promise<Ability> };
    };
    const ability = await permissions.engine.generateUserAbility(user);
    return ability.can(ATTEND) ? { user, ability } : null;
  };

  const sessionOf = async (userId: number, sessionId: string): Promise<AdminSession | null> => {
    const allowed = await allowedUser(userId);
    if (allowed === null) return null;
    const { ability, user } = allowed;
    const name = [user.firstname, user.lastname].filter(Boolean).join(' ');
    return {
      userId,
      sessionId,
      name: name === '' ? 'Atendimento' : name,
      isSupervisor: ability.can(SUPERVISE),
      canSeeIp: ability.can(SEE_IP),
    };
  };

  return {
    mayAttend: async (userId) => (await allowedUser(userId)) !== null,
    verify: async (token) => {
      const { isValid, payload } = sessions().validateAccessToken(token);
      if (!isValid || !(await sessions().isSessionActive(payload.sessionId))) return null;
      return sessionOf(Number(payload.userId), payload.sessionId);
    },
    renew: async ({ sessionId, userId }) => {
      const current = await followRotation(strapi, sessionId);
      return (await sessions().isSessionActive(current)) ? sessionOf(userId, current) : null;
    },
  };
}
