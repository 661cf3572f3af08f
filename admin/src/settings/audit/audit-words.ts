import type { AuditValue } from '../../../../plugins/attendance/protocol/settings/audit';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { en } from '../../i18n/en';
import type { TextKey } from '../../i18n/pt-BR';
import type { Translate } from '../../i18n/useTexts';

export type Names = ReadonlyMap<string, string>;

/** What people call the things that the record knows by an id; one that is gone, or not known yet, keeps its id. */
export interface AuditNames {
  readonly departments: Names;
  readonly agents: Names;
  /** Of the forms before contact, of all sites. */
  readonly formFields: Names;
  /** Of their choices. */
  readonly options: Names;
  readonly customFields: Names;
}

/** In whose words a change is told. */
export interface AuditWords {
  readonly t: Translate;
  readonly locale: Locale;
  readonly names: AuditNames;
}

/** What a value that is there is called. */
export type Tell = (value: NonNullable<AuditValue>, words: AuditWords) => string;

/** A part of what a field is called; it may need what stands for a `*` of its path, in their order. */
export type Word = TextKey | ((parts: readonly string[], words: AuditWords) => string);

/** A field as its settings page calls it. */
export interface FieldWords {
  /** As the record has it, with `*` for what differs: a place, an id, a language. */
  readonly path: string;
  readonly label: readonly [Word, ...Word[]];
  /** Else the value as it stands. */
  readonly tell?: Tell;
  /** What it means that there is none; else that it is empty. */
  readonly none?: TextKey;
  /** What was there before is nobody's to know. */
  readonly isSecret?: true;
}

/** The text of a key that is put together, or null where there is none. */
export function textOf(key: string, { t }: AuditWords): string | null {
  return Object.hasOwn(en, key) ? t(key as TextKey) : null;
}
