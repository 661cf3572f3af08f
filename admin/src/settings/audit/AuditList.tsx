import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AuditEntry, AuditNoun, AuditValue } from '../../../../plugins/attendance/protocol/audit';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { focusRing } from '../../look/surfaces';

const Entry = styled.details`
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;

  & > summary {
    ${focusRing}
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr) auto;
    gap: 4px 24px;
    padding: 14px 24px;
    cursor: pointer;

    &:hover {
      background: ${({ theme }) => theme.colors.neutral100};
    }

    @media (max-width: 768px) {
      grid-template-columns: 1fr;
      padding: 14px 16px;
    }
  }

  & dl {
    display: grid;
    grid-template-columns: minmax(120px, 1fr) 3fr;
    gap: 8px 24px;
    padding: 4px 24px 18px;
    overflow-wrap: anywhere;

    @media (max-width: 768px) {
      grid-template-columns: 1fr;
      padding: 4px 16px 18px;
    }
  }
`;

const Field = styled.dt`
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Before = styled.del`
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Each with what it changed behind it. */
export function AuditList({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <Box background="neutral0" hasRadius shadow="filterShadow" overflow="hidden">
      {entries.map((entry) => (
        <AuditItem key={entry.id} entry={entry} />
      ))}
    </Box>
  );
}

function AuditItem({ entry }: { readonly entry: AuditEntry }) {
  const t = useTexts();
  const locale = useLocale();
  const [noun, verb] = entry.action.split('.') as [AuditNoun, Verb];
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const what = `${t(`audit.noun.${noun}`)}: ${t(`audit.verb.${verb}`)}`;
  return (
    <Entry>
      <summary>
        <Typography fontWeight="semiBold">
          {what}
          {entry.subject !== '' && ` · ${entry.subject}`}
        </Typography>
        <Typography>{entry.userName === '' ? t('audit.system') : entry.userName}</Typography>
        <Typography textColor="neutral600">
          <time dateTime={new Date(entry.at).toISOString()}>{when.format(entry.at)}</time>
        </Typography>
        <Typography textColor="neutral600">{t('audit.changes', { count: entry.changes.length })}</Typography>
      </summary>
      <dl>
        {entry.changes.map(({ after, before, field }) => [
          <Field key={`${field} name`}>{field}</Field>,
          <dd key={field}>
            {before !== null && <Before>{inWords(t, before)}</Before>} {before !== null && '→ '}
            {inWords(t, after)}
          </dd>,
        ])}
      </dl>
    </Entry>
  );
}

type Verb = 'create' | 'update' | 'delete' | 'purge' | 'block' | 'unblock' | 'merge' | 'erase' | 'export';

function inWords(t: ReturnType<typeof useTexts>, value: AuditValue): string {
  if (value === null) return t('audit.nothing');
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  return String(value);
}
