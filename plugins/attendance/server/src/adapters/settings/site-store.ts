import type { SiteUpdate } from '../../../../protocol/settings/site';
import type { Site, SiteStore } from '../../application/settings/sites';
import type { FirstDefaults } from './first-defaults';
import type { Outcome } from '../../application/outcome';
import type { Steps } from '../../application/steps';
import type { SiteId } from '../../../../protocol/schemas/ids';
import type { Sql, SqlDatabase } from '../database/sql';
import { newSiteColumns, toSite, type SiteColumns, type SiteRow } from './site-rows';
import { TABLE } from '../database/tables';

/** Deletes a site in one statement: none of its interactions can begin between check and deletion. */
const REMOVE = `
  DELETE FROM ${TABLE.sites} WHERE id = ? AND (SELECT count(*) FROM ${TABLE.sites}) > 1 AND NOT EXISTS
    (SELECT 1 FROM ${TABLE.interactions} i WHERE i.site_id = ${TABLE.sites}.id AND i.status IN ('waiting', 'assigned'))`;

const CREATE = (columns: readonly string[]): string => `
  INSERT INTO ${TABLE.sites} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (key) DO NOTHING`;

export function createSiteStore(
  { rows, transact }: SqlDatabase,
  { language }: Pick<FirstDefaults, 'language'>,
): SiteStore {
  const one = async (column: 'id' | 'key', value: string | number): Promise<Site | null> => {
    const [row] = await rows<SiteRow>(`SELECT * FROM ${TABLE.sites} WHERE ${column} = ?`, value);
    return row === undefined ? null : toSite(row);
  };
  return {
    find: (key) => one('key', key),
    findById: (id) => one('id', id),
    all: async () => (await rows<SiteRow>(`SELECT * FROM ${TABLE.sites} ORDER BY id`)).map(toSite),
    ensure: (site) =>
      transact(function* (sql): Steps<void> {
        const origins = JSON.stringify(site.origins);
        const changed = yield* sql.run(
          `UPDATE ${TABLE.sites} SET origins = ? WHERE key = ?`,
          origins,
          site.key,
        );
        if (changed > 0) return;
        const columns = { key: site.key, origins, ...newSiteColumns(site.name, language, site.form) };
        yield* sql.run(CREATE(Object.keys(columns)), ...Object.values(columns));
      }),
    create: async (key, name) => {
      const columns = { key, origins: '[]', ...newSiteColumns(name, language) };
      const created = await transact((sql) =>
        sql.run(CREATE(Object.keys(columns)), ...Object.values(columns)),
      );
      const site = created === 0 ? null : await one('key', key);
      return site === null ? { ok: false, code: 'conflict' } : { ok: true, data: site };
    },
    update: async (id, update) => {
      const changed = await transact((sql) => change(sql, id, update));
      const site = await one('id', id);
      if (site === null) return { ok: false, code: 'not_found' };
      return changed === 0 ? { ok: false, code: 'conflict' } : { ok: true, data: site };
    },
    remove: (id) =>
      transact(function* (sql): Steps<Outcome<object>> {
        if ((yield* sql.run(REMOVE, id)) > 0) return { ok: true, data: {} };
        const rest = yield* sql.rows(`SELECT 1 FROM ${TABLE.sites} WHERE id = ?`, id);
        return { ok: false, code: rest.length > 0 ? 'conflict' : 'not_found' };
      }),
  };
}

/** Writes an update unless the version is another by now; returns how many rows were changed. */
function change(sql: Sql, id: SiteId, update: SiteUpdate): Steps<number> {
  const columns = toColumns(update);
  const names = Object.keys(columns).map((name) => `${name} = ?`);
  const text = `UPDATE ${TABLE.sites} SET ${names.join(', ')} WHERE id = ? AND version = ?`;
  return sql.run(text, ...Object.values(columns), id, update.version);
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
