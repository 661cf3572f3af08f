import type { Core } from '@strapi/strapi';

const SETTINGS = 'plugin::attendance.settings';

/** Returns whether an access token of Strapi's admin session allows changing the settings; null for an invalid token. */
export async function mayChangeSettings(strapi: Core.Strapi, token: string): Promise<boolean | null> {
  const sessions = strapi.sessionManager('admin');
  const { isValid, payload } = sessions.validateAccessToken(token);
  if (!isValid || !(await sessions.isSessionActive(payload.sessionId))) return null;
  const user = (await strapi.db
    .query('admin::user')
    .findOne({ where: { id: Number(payload.userId) }, populate: ['roles'] })) as {
    isActive: boolean;
    blocked: boolean;
  } | null;
  if (user === null || !user.isActive || user.blocked) return null;
  const permissions = strapi.service('admin::permission') as unknown as {
    engine: { generateUserAbility(user: object): Promise<{ can(action: string): boolean }> };
  };
  return (await permissions.engine.generateUserAbility(user)).can(SETTINGS);
}
