import type { Knex } from 'knex';

import type { SiteUpdate } from '../../../../protocol/settings/site';
import type { Site, SiteStore } from '../../application/settings/sites';
import type { FirstDefaults } from './first-defaults';
import { execute, rowsIn, rowsOf, withSqlite } from '../database/sqlite/sqlite-connection';
import { newSiteColumns, toSite, type SiteColumns, type SiteRow } from './site-rows';
import { TABLE } from '../database/tables';

/** Deletes a site in one statement: none of its interactions can begin between check and deletion. */
const REMOVE = `
  DELETE FROM ${TABLE.sites} WHERE id = ? AND (SELECT count(*) FROM ${TABLE.sites}) > 1 AND NOT EXISTS
    (SELECT 1 FROM ${TABLE.interactions} i WHERE i.site_id = ${TABLE.sites}.id AND i.status IN ('waiting', 'assigned'))`;

export function createSiteStore(knex: Knex, { language }: Pick<FirstDefaults, 'language'>): SiteStore {
  const one = async (column: 'id' | 'key', value: string | number): Promise<Site | null> => {
    const sql = `SELECT * FROM ${TABLE.sites} WHERE ${column} = ?`;
    const [row] = await rowsOf<SiteRow>(knex, sql, value);
    return row === undefined ? null : toSite(row);
  };
  return {
    find: (key) => one('key', key),
    findById: (id) => one('id', id),
    all: async () => (await rowsOf<SiteRow>(knex, `SELECT * FROM ${TABLE.sites} ORDER BY id`)).map(toSite),
    ensure: async (site) => {
      const origins = JSON.stringify(site.origins);
      const changed = await knex(TABLE.sites).where('key', site.key).update({ origins });
      if (changed > 0) return;
      await knex(TABLE.sites).insert({
        key: site.key,
        origins,
        ...newSiteColumns(site.name, language, site.form),
      });
    },
    create: async (key, name) => {
      const [row] = (await knex(TABLE.sites)
        .insert({ key, origins: '[]', ...newSiteColumns(name, language) })
        .onConflict('key')
        .ignore()
        .returning('*')) as SiteRow[];
      return row === undefined ? { ok: false, code: 'conflict' } : { ok: true, data: toSite(row) };
    },
    update: async (id, update) => {
      const changed = await knex(TABLE.sites)
        .where({ id, version: update.version })
        .update(toColumns(update));
      const site = await one('id', id);
      if (site === null) return { ok: false, code: 'not_found' };
      return changed === 0 ? { ok: false, code: 'conflict' } : { ok: true, data: site };
    },
    remove: (id) =>
      withSqlite(knex, (connection) => {
        if (execute(connection, REMOVE, id) > 0) return { ok: true, data: {} };
        const rest = rowsIn(connection, `SELECT 1 FROM ${TABLE.sites} WHERE id = ?`, id);
        return { ok: false, code: rest.length > 0 ? 'conflict' : 'not_found' };
      }),
  };
}

function toColumns({ defaultLocale, departmentId, name, version, ...update }: SiteUpdate): SiteColumns {
  return {
    version: version + 1,
    name,
    default_locale: defaultLocale,
    department_id: departmentId,
    origins: JSON.stringify(update.origins),
    channels: JSON.stringify(update.channels),
    languages: JSON.stringify(update.languages),
    appearance: JSON.stringify(update.appearance),
    form: JSON.stringify(update.form),
    rating: JSON.stringify(update.rating),
    transcript: JSON.stringify(update.transcript),
  };
}
