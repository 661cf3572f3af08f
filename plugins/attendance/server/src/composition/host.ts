import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { SqlDatabase } from '../adapters/database/sql';
import { sqlOn } from '../adapters/database/sqlite/sql-on';
import { readFirstDefaults, type FirstDefaults } from '../adapters/settings/first-defaults';
import type { Clock } from '../application/clock';
import type { FaultLog } from '../gateway/connection/answer';

/** The app around the plugin: what most parts are opened on. */
export interface Host {
  readonly strapi: Core.Strapi;
  readonly knex: Knex;
  /** The database, in the one text that serves each kind of it. */
  readonly sql: SqlDatabase;
  readonly clock: Clock;
  readonly log: FaultLog;
  /** Defaults that a new install starts with. */
  readonly first: FirstDefaults;
  /** Hosts in the server's own network that the outbound client may reach. */
  readonly privateHosts: readonly string[];
  /** Multiplies what one connection may do; 0 lifts the limits. */
  readonly connectionLimitFactor: number;
}

export function hostOf(strapi: Core.Strapi, clock: Clock): Host {
  const configured = <Value>(name: string, otherwise: Value): Value =>
    strapi.config.get<Value>(`plugin::attendance.${name}`, otherwise);
  return {
    strapi,
    knex: strapi.db.connection,
    sql: sqlOn(strapi.db.connection),
    clock,
    log: { error: (message, fields) => strapi.log.error(message, fields) },
    first: readFirstDefaults(strapi.config.get('plugin::attendance', {})),
    privateHosts: configured<readonly string[]>('privateHosts', []),
    connectionLimitFactor: configured('connectionLimitFactor', 1),
  };
}
