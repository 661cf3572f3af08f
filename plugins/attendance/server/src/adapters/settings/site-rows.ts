import type { Appearance } from '../../../../protocol/settings/appearance';
import { newField, FORM_OFF, type Form, type FormField } from '../../../../protocol/settings/form';
import { EMPTY_LOCALIZED, type Localized } from '../../../../protocol/shared/text/localized';
import { CHANNELS, LOCALES, type Channel, type Locale } from '../../../../protocol/shared/choices';
import type { RatingSettings, TranscriptSettings } from '../../../../protocol/settings/site';
import type { Site } from '../../application/settings/sites';
import { fromJson } from '../database/columns';

/** A row of the sites table. Columns that came later are null in older rows. */
export interface SiteRow {
  id: number;
  version: number;
  key: string;
  name: string;
  origins: string | string[];
  channels: string | Channel[];
  languages: string | Locale[] | null;
  default_locale: Locale;
  department_id: number | null;
  appearance: string | StoredAppearance;
  form: string | Form | FirstForm;
  rating: string | RatingSettings | null;
  transcript: string | TranscriptSettings | null;
}

/** A value for every column that settings are kept in. */
export type SiteColumns = Readonly<Record<Exclude<keyof SiteRow, 'id' | 'key'>, string | number | null>>;

/** Appearance as stored, also in the first schema, which had one launcher text, and a greeting, beside it. */
type StoredAppearance = Partial<Appearance> & {
  readonly launcherText?: string;
  readonly greeting?: Partial<Localized>;
};

interface FirstField {
  readonly isShown: boolean;
  readonly isRequired: boolean;
}

/** The first form asked for three things at the most. */
interface FirstForm {
  readonly isOn: boolean;
  readonly name: FirstField;
  readonly email: FirstField;
  readonly phone: FirstField;
}

const RATING_OFF: RatingSettings = { kind: 'off', asksComment: false };
const TRANSCRIPT_OFF: TranscriptSettings = { canDownload: false, canEmail: false };

/** Returns the columns of a new site, with everything at its default. */
export function newSiteColumns(name: string, defaultLocale: Locale, form: object = FORM_OFF) {
  return {
    name,
    version: 0,
    channels: JSON.stringify(CHANNELS),
    languages: JSON.stringify(LOCALES),
    default_locale: defaultLocale,
    appearance: JSON.stringify(upgradeAppearance({}, name)),
    form: JSON.stringify(upgradeForm(form as Form | FirstForm)),
    rating: JSON.stringify(RATING_OFF),
    transcript: JSON.stringify(TRANSCRIPT_OFF),
  } satisfies Omit<SiteColumns, 'origins' | 'department_id'>;
}

export function toSite(row: SiteRow): Site {
  return {
    id: row.id as Site['id'],
    version: row.version,
    key: row.key,
    name: row.name,
    origins: fromJson<string[]>(row.origins),
    channels: fromJson<Channel[]>(row.channels),
    languages: row.languages === null ? [...LOCALES] : fromJson<Locale[]>(row.languages),
    defaultLocale: row.default_locale,
    departmentId: row.department_id as Site['departmentId'],
    appearance: upgradeAppearance(fromJson<StoredAppearance>(row.appearance), row.name),
    form: upgradeForm(fromJson<Form | FirstForm>(row.form)),
    rating: row.rating === null ? RATING_OFF : fromJson<RatingSettings>(row.rating),
    transcript: row.transcript === null ? TRANSCRIPT_OFF : fromJson<TranscriptSettings>(row.transcript),
  };
}

/** Whatever an older row lacks is as a new site has it. */
export function upgradeAppearance(
  { greeting, launcherText = '', texts, ...stored }: StoredAppearance,
  companyName: string,
): Appearance {
  return {
    companyName,
    colour: '#4945ff',
    theme: 'auto',
    position: 'right',
    offsetX: 20,
    offsetY: 20,
    launcherIcon: 'chat',
    layer: 2_147_483_000,
    pages: { choice: 'every', patterns: [] },
    logo: null,
    agentAvatar: null,
    triggers: [],
    ...stored,
    texts: {
      greeting: { ...EMPTY_LOCALIZED, ...greeting },
      launcherText: { 'pt-BR': launcherText, en: launcherText, es: launcherText },
      queue: EMPTY_LOCALIZED,
      offlineTitle: EMPTY_LOCALIZED,
      offline: EMPTY_LOCALIZED,
      outsideHours: EMPTY_LOCALIZED,
      ended: EMPTY_LOCALIZED,
      ...texts,
    },
  };
}

const FIRST_FIELDS: readonly FormField[] = [
  { ...newField('name', 'text', 'name'), label: { 'pt-BR': 'Nome', en: 'Name', es: 'Nombre' } },
  {
    ...newField('email', 'email', 'email'),
    label: { 'pt-BR': 'E-mail', en: 'E-mail', es: 'Correo electrónico' },
  },
  { ...newField('phone', 'phone', 'phone'), label: { 'pt-BR': 'Telefone', en: 'Phone', es: 'Teléfono' } },
];

export function upgradeForm(stored: Form | FirstForm): Form {
  if ('fields' in stored) return stored;
  const fields = FIRST_FIELDS.flatMap((field) => {
    const first = stored[field.id as 'name' | 'email' | 'phone'];
    return first.isShown ? [{ ...field, isRequired: first.isRequired }] : [];
  });
  return { ...FORM_OFF, isOn: stored.isOn, fields };
}
