import type { Knex } from 'knex';

import type { Channel, Locale } from '../../../protocol/entities';
import type { SiteId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { Appearance, Form, SiteConfig } from '../../../protocol/rest';
import { fromJson } from './interaction-rows';
import { TABLE } from './tables';

/** A website that may show the widget [F5]. */
export interface Site {
  readonly id: SiteId;
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly channels: readonly Channel[];
  readonly defaultLocale: Locale;
  readonly appearance: Appearance;
  readonly form: Form;
}

export interface NewSite {
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly form?: Form;
}

export interface Settings {
  readonly persistenceMs: number;
  readonly closingTags: readonly string[];
}

export interface SiteStore {
  find(key: string): Promise<Site | null>;
  all(): Promise<Site[]>;
  /** Makes the site, or brings the origins of an existing one up to date and leaves the rest as the admin set it. */
  ensure(site: NewSite): Promise<void>;
  settings(): Promise<Settings>;
  /** The one row of general settings, with the product's defaults. */
  ensureSettings(): Promise<void>;
}

const HIDDEN_FIELD = { isShown: false, isRequired: false };
const FORM_OFF: Form = { isOn: false, name: HIDDEN_FIELD, email: HIDDEN_FIELD, phone: HIDDEN_FIELD };
const CLOSING_TAGS = ['Resolvido', 'Sem resposta do cliente', 'Engano'];

export function createSiteStore(knex: Knex): SiteStore {
  return {
    find: async (key) => {
      const row = (await knex(TABLE.sites).where('key', key).first()) as SiteRow | undefined;
      return row === undefined ? null : toSite(row);
    },
    all: async () => ((await knex(TABLE.sites)) as SiteRow[]).map(toSite),
    ensure: async (site) => {
      const origins = JSON.stringify(site.origins);
      const changed = await knex(TABLE.sites).where('key', site.key).update({ origins });
      if (changed > 0) return;
      await knex(TABLE.sites).insert({
        key: site.key,
        name: site.name,
        version: 0,
        origins,
        channels: JSON.stringify(['chat']),
        default_locale: 'pt-BR',
        appearance: JSON.stringify(defaultAppearance(site.name)),
        form: JSON.stringify(site.form ?? FORM_OFF),
      });
    },
    settings: async () => {
      const row = (await knex(TABLE.settings).first()) as SettingsRow;
      return { persistenceMs: row.persistence_ms, closingTags: fromJson<string[]>(row.closing_tags) };
    },
    ensureSettings: async () => {
      if ((await knex(TABLE.settings).first('id')) !== undefined) return;
      await knex(TABLE.settings).insert({
        version: 0,
        default_capacity: LIMITS.capacityDefault,
        persistence_ms: LIMITS.persistenceMs.default,
        closing_tags: JSON.stringify(CLOSING_TAGS),
      });
    },
  };
}

interface SiteRow {
  id: number;
  key: string;
  name: string;
  origins: string | string[];
  channels: string | Channel[];
  default_locale: Locale;
  appearance: string | Appearance;
  form: string | Form;
}

interface SettingsRow {
  persistence_ms: number;
  closing_tags: string | string[];
}

function toSite(row: SiteRow): Site {
  return {
    id: row.id as SiteId,
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

/** What the loader may know of a site: allow-listed field by field. */
export function toSiteConfig(site: Site, settings: Settings): SiteConfig {
  return {
    siteKey: site.key,
    channels: [...site.channels],
    defaultLocale: site.defaultLocale,
    appearance: site.appearance,
    form: site.form,
    persistenceMs: settings.persistenceMs,
  };
}
