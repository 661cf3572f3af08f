import type { Channel, Locale } from '../../../../protocol/shared/choices';
import type { Department } from '../../../../protocol/interactions/people';
import type { DepartmentId, SiteId } from '../../../../protocol/schemas/ids';
import type { Appearance } from '../../../../protocol/settings/appearance';
import type { Form } from '../../../../protocol/settings/form';
import type { GeneralSettings } from '../../../../protocol/settings/rest';
import type { RatingSettings, SiteUpdate, TranscriptSettings } from '../../../../protocol/settings/site';
import type { Outcome } from '../outcome';

/** A website that may show the widget [F5]. */
export interface Site {
  readonly id: SiteId;
  /** Version, which grows with every change of its settings. */
  readonly version: number;
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly channels: readonly Channel[];
  readonly languages: readonly Locale[];
  readonly defaultLocale: Locale;
  /** Department of interactions whose snippet names none [R11]. */
  readonly departmentId: DepartmentId | null;
  readonly appearance: Appearance;
  readonly form: Form;
  readonly rating: RatingSettings;
  readonly transcript: TranscriptSettings;
}

export interface NewSite {
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** Form in the present shape, or in an older one. */
  readonly form?: object;
}

export interface SiteStore {
  find(key: string): Promise<Site | null>;
  findById(id: SiteId): Promise<Site | null>;
  all(): Promise<Site[]>;
  /** Makes the site, or brings the origins of an existing one up to date and leaves the rest as the admin set it. */
  ensure(site: NewSite): Promise<void>;
  /** Updates a site. Refused with `conflict` when somebody else changed it since `version` was read. */
  update(id: SiteId, update: SiteUpdate): Promise<Outcome<Site>>;
  /** Creates a site. Refused with `conflict` when the key is taken. */
  create(key: string, name: string): Promise<Outcome<Site>>;
  /** Deletes a site. Refused with `conflict` for the last one, and while an interaction of it waits or is attended. */
  remove(id: SiteId): Promise<Outcome<object>>;
}

/** Store of the installation's settings, one row. */
export interface SettingsStore {
  get(): Promise<GeneralSettings>;
  update(settings: GeneralSettings): Promise<Outcome<GeneralSettings>>;
  /** Makes the row, with the product's defaults. */
  ensure(): Promise<void>;
}

export interface DepartmentStore {
  all(): Promise<Department[]>;
  findByKey(key: string): Promise<Department | null>;
  /** Resolves to those of the ids that exist. */
  existing(ids: readonly DepartmentId[]): Promise<DepartmentId[]>;
}

/** Resolves to the version of a site's configuration, which grows with every change of the site, the general settings or the upload rules [F1]. */
export type ConfigVersion = (site: Site) => Promise<number>;
