import type { Knex } from 'knex';

import { CHANNELS, type Channel, type Locale } from '../../../protocol/entities';
import type { SiteId } from '../../../protocol/ids';
import type { Appearance, Form } from '../../../protocol/rest';
import type { Site, SiteStore } from '../application/sites';
import { fromJson } from './interaction-rows';
import { rowsOf } from './sqlite-connection';
import { TABLE } from './tables';

const HIDDEN_FIELD = { isShown: false, isRequired: false };
const FORM_OFF: Form = { isOn: false, name: HIDDEN_FIELD, email: HIDDEN_FIELD, phone: HIDDEN_FIELD };

export function createSiteStore(knex: Knex): SiteStore {
  const findById = async (id: SiteId): Promise<Site | null> => {
    const row = (await knex(TABLE.sites).where('id', id).first()) as SiteRow | undefined;
    return row === undefined ? null : toSite(row);
  };
  return {
    find: async (key) => {
      const [row] = await rowsOf<SiteRow>(knex, `SELECT * FROM ${TABLE.sites} WHERE key = ?`, key);
      return row === undefined ? null : toSite(row);
    },
    all: async () => (await rowsOf<SiteRow>(knex, `SELECT * FROM ${TABLE.sites} ORDER BY id`)).map(toSite),
    ensure: async (site) => {
      const origins = JSON.stringify(site.origins);
      const changed = await knex(TABLE.sites).where('key', site.key).update({ origins });
      if (changed > 0) return;
      await knex(TABLE.sites).insert({
        key: site.key,
        name: site.name,
        version: 0,
        origins,
        channels: JSON.stringify(CHANNELS),
        default_locale: 'pt-BR',
        appearance: JSON.stringify(defaultAppearance(site.name)),
        form: JSON.stringify(site.form ?? FORM_OFF),
      });
    },
    update: async (id, { version, ...update }) => {
      const changed = await knex(TABLE.sites)
        .where({ id, version })
        .update({
          version: version + 1,
          name: update.name,
          origins: JSON.stringify(update.origins),
          channels: JSON.stringify(update.channels),
          default_locale: update.defaultLocale,
          appearance: JSON.stringify(update.appearance),
          form: JSON.stringify(update.form),
        });
      const site = await findById(id);
      if (site === null) return { ok: false, code: 'not_found' };
      return changed === 0 ? { ok: false, code: 'conflict' } : { ok: true, data: site };
    },
  };
}

interface SiteRow {
  id: number;
  version: number;
  key: string;
  name: string;
  origins: string | string[];
  channels: string | Channel[];
  default_locale: Locale;
  appearance: string | Appearance;
  form: string | Form;
}

function toSite(row: SiteRow): Site {
  return {
    id: row.id as SiteId,
    version: row.version,
    key: row.key,
    name: row.name,
    origins: fromJson<string[]>(row.origins),
    channels: fromJson<Channel[]>(row.channels),
    defaultLocale: row.default_locale,
    appearance: fromJson<Appearance>(row.appearance),
    form: fromJson<Form>(row.form),
  };
}

function defaultAppearance(companyName: string): Appearance {
  return {
    companyName,
    colour: '#4945ff',
    position: 'right',
    offsetX: 20,
    offsetY: 20,
    launcherText: '',
    greeting: { 'pt-BR': '', en: '', es: '' },
  };
}
