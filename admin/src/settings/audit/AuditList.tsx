import { useMemo } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AuditEntry, AuditNoun } from '../../../../plugins/attendance/protocol/settings/audit';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { focusRing } from '../../ui/styles/surfaces';
import type { AuditNames } from './field-format';
import { describeChanges } from './describe-change';
import { useAuditNames } from './useAuditNames';

const Entry = styled.details`
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;

  & > summary {
    ${focusRing}
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr) 80px;
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
      row-gap: 0;
      padding: 4px 16px 18px;

      & > dd + dt {
        margin-top: 10px;
      }
    }
  }
`;

const Field = styled.dt`
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Before = styled.del`
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** List of the entries, each of which opens to what it changed. */
export function AuditList({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const names = useAuditNames();
  return (
    <Box background="neutral0" hasRadius shadow="filterShadow" overflow="hidden">
      {entries.map((entry) => (
        <AuditItem key={entry.id} entry={entry} names={names} />
      ))}
    </Box>
  );
}

interface AuditItemProps {
  readonly entry: AuditEntry;
  readonly names: AuditNames;
}

function AuditItem({ entry, names }: AuditItemProps) {
  const t = useTexts();
  const locale = useLocale();
  const [noun, verb] = entry.action.split('.') as [AuditNoun, Verb];
  const changes = useMemo(() => describeChanges(entry, { t, locale, names }), [entry, t, locale, names]);
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const what = `${t(`settings.audit.noun.${noun}`)}: ${t(`settings.audit.verb.${verb}`)}`;
  return (
    <Entry>
      <summary>
        <Typography fontWeight="semiBold">
          {what}
          {entry.subject !== '' && ` · ${entry.subject}`}
        </Typography>
        <Typography>{entry.userName === '' ? t('settings.audit.system') : entry.userName}</Typography>
        <Typography textColor="neutral600">
          <time dateTime={new Date(entry.at).toISOString()}>{when.format(entry.at)}</time>
        </Typography>
        <Typography textColor="neutral600">
          {t('settings.audit.changes', { count: entry.changes.length })}
        </Typography>
      </summary>
      <dl>
        {changes.map(({ after, before, label }, line) => [
          <Field key={`${line} name`}>{label}</Field>,
          <dd key={line}>
            {before !== null && <Before>{before}</Before>} {before !== null && after !== null && '→ '}
            {after}
          </dd>,
        ])}
      </dl>
    </Entry>
  );
}

/** What follows the dot of an action. */
type Verb = AuditEntry['action'] extends infer Action
  ? Action extends `${string}.${infer Name}`
    ? Name
    : never
  : never;
