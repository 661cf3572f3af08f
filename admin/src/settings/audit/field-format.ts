import type { AuditValue } from '../../../../plugins/attendance/protocol/settings/audit';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { en } from '../../i18n/en';
import type { TextKey } from '../../i18n/pt-BR';
import type { Translate } from '../../i18n/useTexts';

export type Names = ReadonlyMap<string, string>;

/** Display names of the things that the record knows by an id; one that is gone, or not loaded yet, keeps its id. */
export interface AuditNames {
  readonly departments: Names;
  readonly agents: Names;
  /** Fields of the forms before contact, of all sites. */
  readonly formFields: Names;
  /** Options of those fields. */
  readonly options: Names;
  readonly customFields: Names;
}

/** Language and names in which a change is described. */
export interface FormatContext {
  readonly t: Translate;
  readonly locale: Locale;
  readonly names: AuditNames;
}

/** Formats a non-null value for display. */
export type ValueFormat = (value: NonNullable<AuditValue>, context: FormatContext) => string;

/** Part of a field's label: a key, or a function of the texts in the place of each `*` of the path, in order. */
export type LabelPart = TextKey | ((parts: readonly string[], context: FormatContext) => string);

/** Label and format of a field, as on its settings page. */
export interface FieldFormat {
  /** Path in the record, with `*` for what differs: a place, an id, a language. */
  readonly path: string;
  readonly label: readonly [LabelPart, ...LabelPart[]];
  /** Format of the value; by default, the value itself. */
  readonly format?: ValueFormat;
  /** Text of a missing value; by default, that it is empty. */
  readonly none?: TextKey;
  /** Whether the earlier value is secret, and never shown. */
  readonly isSecret?: true;
}

/** Returns the text of a composed key, or null where there is none. */
export function textOf(key: string, { t }: FormatContext): string | null {
  return Object.hasOwn(en, key) ? t(key as TextKey) : null;
}
