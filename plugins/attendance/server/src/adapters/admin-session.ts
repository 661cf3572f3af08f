import type { Core } from '@strapi/strapi';

import type { AdminSession, AdminSessions } from '../application/admin-sessions';

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
    verify: async (token) => {
      const { isValid, payload } = sessions().validateAccessToken(token);
      if (!isValid || !(await sessions().isSessionActive(payload.sessionId))) return null;
      return sessionOf(Number(payload.userId), payload.sessionId);
    },
    renew: async ({ sessionId, userId }) => {
      // A rotated token has another session id: any live session of the user keeps the socket.
      const live = await sessions().listSessions(String(userId));
      const isLive = live.length > 0 || (await sessions().isSessionActive(sessionId));
      return isLive ? sessionOf(userId, sessionId) : null;
    },
  };
}
