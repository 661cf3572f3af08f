import { useMemo } from 'react';

import type { DepartmentSettings } from '../../../../plugins/attendance/protocol/departments';
import type { AgentSettings } from '../../../../plugins/attendance/protocol/rest';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/site';
import type { CustomField } from '../../../../plugins/attendance/protocol/tools';
import { useLocale } from '../../i18n/useTexts';
import { useLoaded, type Loaded } from '../exchange';
import type { AuditNames } from './audit-words';

type Text = Readonly<Partial<Record<string, string>>>;

/** As things are called by now; while that is not known, and when it cannot be had, the record shows their ids. */
export function useAuditNames(): AuditNames {
  const locale = useLocale();
  const [departments] = useLoaded<readonly DepartmentSettings[]>('/attendance/departments');
  const [agents] = useLoaded<readonly AgentSettings[]>('/attendance/agents');
  const [sites] = useLoaded<readonly SiteSettings[]>('/attendance/sites');
  const [fields] = useLoaded<readonly CustomField[]>('/attendance/fields');
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
