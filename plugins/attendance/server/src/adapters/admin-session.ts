import type { Core } from '@strapi/strapi';

export const ATTEND_ACTION = 'plugin::attendance.attend';

/** An admin user who may attend, and the session that says so. */
export interface AdminSession {
  readonly userId: number;
  readonly sessionId: string;
  readonly name: string;
}

export interface AdminSessions {
  /** Whose access token it is, or null when it is not valid, was signed out, or does not allow attending. */
  verify(token: string): Promise<AdminSession | null>;
  /** Whether the session still stands and the user may still attend: an open socket outlives its token. */
  isStanding(session: AdminSession): Promise<boolean>;
}

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

  const allowedUser = async (userId: number): Promise<AdminUser | null> => {
    const user = (await strapi.db
      .query('admin::user')
      .findOne({ where: { id: userId }, populate: ['roles'] })) as AdminUser | null;
    if (user === null || !user.isActive || user.blocked) return null;
    const permissions = strapi.service('admin::permission') as unknown as {
      engine: { generateUserAbility(user: AdminUser): Promise<Ability> };
    };
    const ability = await permissions.engine.generateUserAbility(user);
    return ability.can(ATTEND_ACTION) ? user : null;
  };

  return {
    verify: async (token) => {
      const { isValid, payload } = sessions().validateAccessToken(token);
      if (!isValid || !(await sessions().isSessionActive(payload.sessionId))) return null;
      const user = await allowedUser(Number(payload.userId));
      if (user === null) return null;
      const name = [user.firstname, user.lastname].filter(Boolean).join(' ');
      return { userId: user.id, sessionId: payload.sessionId, name: name === '' ? 'Atendimento' : name };
    },
    isStanding: async ({ sessionId, userId }) => {
      // A rotated token has another session id: any live session of the user keeps the socket.
      const live = await sessions().listSessions(String(userId));
      return (
        (live.length > 0 || (await sessions().isSessionActive(sessionId))) &&
        (await allowedUser(userId)) !== null
      );
    },
  };
}
