import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AuditNoun, AuditPage } from '../../../../plugins/attendance/protocol/settings/audit';
import { useTexts } from '../../i18n/useTexts';
import { DateInput } from '../../ui/DateInput';
import type { AuditFilter } from './filter';

/** Things to filter by; a record, so that a new kind does not compile until it is here. */
const NOUNS: Readonly<Record<AuditNoun, true>> = {
  site: true,
  settings: true,
  hours: true,
  department: true,
  agent: true,
  retention: true,
  media: true,
  uploads: true,
  canned: true,
  tag: true,
  field: true,
  visitor: true,
  interaction: true,
  report: true,
};
const ALL = 'all';

/** Row of all four filters, in a line where there is room. */
const Filters = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
  gap: 20px;
`;

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly people: AuditPage['people'];
  readonly onChange: (filter: AuditFilter) => void;
}

/** Filters of the changes shown. */
export function AuditFilters({ filter, onChange, people }: AuditFiltersProps) {
  const t = useTexts();
  const set = (part: Partial<AuditFilter>): void => onChange({ ...filter, ...part });
  const nouns = Object.keys(NOUNS) as AuditNoun[];
  return (
    <Filters>
      <Field.Root>
        <Field.Label>{t('settings.audit.about')}</Field.Label>
        <SingleSelect
          value={filter.about === '' ? ALL : filter.about}
          onChange={(about) => set({ about: nouns.find((noun) => noun === about) ?? '' })}
        >
          <SingleSelectOption value={ALL}>{t('settings.audit.all')}</SingleSelectOption>
          {nouns.map((noun) => (
            <SingleSelectOption key={noun} value={noun}>
              {t(`settings.audit.noun.${noun}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root>
        <Field.Label>{t('settings.audit.who')}</Field.Label>
        <SingleSelect
          value={filter.userId === '' ? ALL : filter.userId}
          onChange={(userId) => set({ userId: userId === ALL ? '' : String(userId) })}
        >
          <SingleSelectOption value={ALL}>{t('settings.audit.everybody')}</SingleSelectOption>
          {people.map(({ userId, userName }) => (
            <SingleSelectOption key={userId} value={String(userId)}>
              {userName}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {(['from', 'to'] as const).map((edge) => (
        <Field.Root key={edge}>
          <Field.Label>{t(`settings.audit.${edge}`)}</Field.Label>
          <DateInput
            value={filter[edge]}
            onChange={({ target }: { target: HTMLInputElement }) => set({ [edge]: target.value })}
          />
        </Field.Root>
      ))}
    </Filters>
  );
}
