import type { Core } from '@strapi/strapi';

import { isTimeZone } from '../../../../protocol/settings/hours';

/** The plugin's configuration where the app's `config/plugins` says nothing. */
export const DEFAULT_CONFIG = { addressLimitFactor: 1, connectionLimitFactor: 1, privateHosts: [] };

/** Checks the plugin's configuration as the app has it. Throws an error that says what belongs there instead. */
export function checkConfig(config: Readonly<Record<string, unknown>>): void {
  for (const name of ['addressLimitFactor', 'connectionLimitFactor']) {
    const factor = config[name];
    if (typeof factor !== 'number' || !(factor >= 0))
      throw new Error(`attendance: ${name} is a number from 0 (no limits) up`);
  }
  const { canSendMail, language, monitorToken, privateHosts, timeZone } = config;
  if (monitorToken !== undefined && (typeof monitorToken !== 'string' || monitorToken.length < 16))
    throw new Error('attendance: monitorToken is a secret of at least 16 characters');
  if (language !== undefined && typeof language !== 'string')
    throw new Error('attendance: language is one like "pt-BR", "en" or "es"');
  if (timeZone !== undefined && !(typeof timeZone === 'string' && isTimeZone(timeZone)))
    throw new Error('attendance: timeZone is one like "America/Sao_Paulo"');
  if (canSendMail !== undefined && typeof canSendMail !== 'boolean')
    throw new Error('attendance: canSendMail is true or false');
  if (!Array.isArray(privateHosts) || !privateHosts.every((host) => typeof host === 'string'))
    throw new Error('attendance: privateHosts is a list of hosts, such as ["meet.intranet"]');
}

/** Returns the origin of the admin panel; empty where the app's configuration has no address of it. */
export function adminOrigin({ config }: Pick<Core.Strapi, 'config'>): string {
  const address = config.get<unknown>('admin.absoluteUrl');
  return typeof address === 'string' && /^https?:\/\//.test(address) ? new URL(address).origin : '';
}

/** Returns the database's file; null where it is in memory. */
export function databaseFile({ config }: Pick<Core.Strapi, 'config'>): string | null {
  const filename = config.get<unknown>('database.connection.connection.filename');
  return typeof filename === 'string' && filename !== ':memory:' ? filename : null;
}
