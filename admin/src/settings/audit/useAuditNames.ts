import { useMemo } from 'react';

import { useLocale } from '../../i18n/useTexts';
import { useShared, type Loaded } from '../data/useLoaded';
import type { AuditNames } from './field-format';

type Text = Readonly<Partial<Record<string, string>>>;

/** Returns the present display names; while they are not loaded, and when they cannot be, the record shows ids. */
export function useAuditNames(): AuditNames {
  const locale = useLocale();
  const departments = useShared('/attendance/departments');
  const agents = useShared('/attendance/agents');
  const sites = useShared('/attendance/sites');
  const fields = useShared('/attendance/fields');
  return useMemo(() => {
    const formFields = readyOf(sites).flatMap(({ form }) => form.fields);
    const options = formFields.flatMap((field) => field.options);
    return {
      departments: new Map(readyOf(departments).map(({ id, name }) => [String(id), name])),
      agents: new Map(readyOf(agents).map(({ id, publicName }) => [String(id), publicName])),
      formFields: new Map(formFields.map(({ id, label }) => [id, inLanguage(label, locale) ?? id])),
      options: new Map(options.map(({ label, value }) => [value, inLanguage(label, locale) ?? value])),
      customFields: new Map(
        readyOf(fields).map(({ id, label }) => [String(id), inLanguage(label, locale) ?? `#${id}`]),
      ),
    };
  }, [departments, agents, sites, fields, locale]);
}

function readyOf<Item>(loaded: Loaded<readonly Item[]>): readonly Item[] {
  return loaded.state === 'ready' ? loaded.data : [];
}

function inLanguage(text: Text, locale: string): string | undefined {
  return text[locale] || Object.values(text).find((each) => each);
}
