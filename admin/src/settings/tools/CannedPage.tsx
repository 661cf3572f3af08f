import { Typography } from '@strapi/design-system';

import { faultOfCanned } from '../../../../plugins/attendance/protocol/shared/text/canned-text';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import type { CannedResponse } from '../../../../plugins/attendance/protocol/tools/tools';
import { useTexts, type Translate } from '../../i18n/useTexts';

import { SelectField, TextField } from '../fields';
import { SettingsFrame } from '../SettingsFrame';
import { useDepartments } from '../data/useDepartments';
import { CannedBodyField } from './CannedBodyField';
import { CollectionPage } from './CollectionPage';
import { useCollection, type DraftOf } from './useCollection';

const PATH = '/attendance/canned-responses';
const EXAMPLE = '{{visitor.firstName|cliente}}';

/** Settings page of canned responses [C8]. */
export function CannedPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.tools.canned')} path={PATH}>
      {(responses) => <CannedEntries initial={responses} />}
    </SettingsFrame>
  );
}

type Draft = DraftOf<CannedResponse>;
const keyOf = (shortcut: string): string => shortcut.trim().normalize('NFC').toLowerCase();

function bodyFault(body: string, t: Translate): string | null {
  if (body.trim() === '') return t('settings.tools.required');
  const fault = faultOfCanned(body);
  if (fault === null) return null;
  return fault.kind === 'unknown'
    ? t('settings.tools.canned.unknown', { name: `{{${fault.name}}}` })
    : t('settings.tools.canned.unclosed', { example: EXAMPLE });
}

function shortcutFault(shortcut: string, others: readonly CannedResponse[], t: Translate): string | null {
  const key = keyOf(shortcut);
  if (key === '') return t('settings.tools.required');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(key)) return t('settings.tools.canned.shortcut.invalid');
  return others.some((other) => keyOf(other.shortcut) === key) ? t('settings.tools.taken') : null;
}

function faultsOf(draft: Draft, others: readonly CannedResponse[], t: Translate) {
  const shortcut = shortcutFault(draft.shortcut, others, t);
  const body = bodyFault(draft.body, t);
  return {
    ...(shortcut !== null && { shortcut }),
    ...(draft.title.trim() === '' && { title: t('settings.tools.required') }),
    ...(body !== null && { body }),
  };
}

function CannedEntries({ initial }: { readonly initial: readonly CannedResponse[] }) {
  const t = useTexts();
  const api = useCollection<CannedResponse>(PATH, initial);
  const departments = useDepartments();
  const nameOfDepartment = (id: number | null): string =>
    departments.find((each) => each.id === id)?.name ?? t('settings.tools.canned.everywhere');
  return (
    <CollectionPage
      api={api}
      view={{
        title: t('settings.tools.canned'),
        intro: t('settings.tools.canned.intro'),
        empty: t('settings.tools.canned.empty'),
        newLabel: t('settings.tools.canned.new'),
        editTitle: t('settings.tools.canned.editTitle'),
        blank: { shortcut: '', title: '', body: '', departmentId: null },
        nameOf: ({ title }) => title,
        searchTextOf: ({ body, shortcut, title }) => `/${shortcut} ${title} ${body}`,
        row: ({ body, departmentId, shortcut, title }) => (
          <>
            <Typography tag="p" fontWeight="bold" ellipsis dir="auto">
              {title}{' '}
              <Typography tag="span" textColor="neutral600">
                /{shortcut}
                {departmentId !== null && ` · ${nameOfDepartment(departmentId)}`}
              </Typography>
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600" ellipsis dir="auto">
              {body}
            </Typography>
          </>
        ),
        faultsOf: (draft, others) => faultsOf(draft, others, t),
        form: ({ change, faults, value }) => (
          <>
            <TextField
              label={t('settings.tools.canned.shortcut')}
              hint={t('settings.tools.canned.shortcut.hint')}
              value={value.shortcut}
              error={faults.shortcut}
              maxLength={LIMITS.shortcutLength}
              onChange={(shortcut) => change({ shortcut })}
            />
            <TextField
              label={t('settings.tools.canned.title')}
              value={value.title}
              error={faults.title}
              maxLength={80}
              onChange={(title) => change({ title })}
            />
            <CannedBodyField
              value={value.body}
              // A variable's fault is shown while it is typed.
              error={faults.body ?? (value.body.trim() === '' ? null : bodyFault(value.body, t)) ?? undefined}
              onChange={(body) => change({ body })}
            />
            {departments.length > 0 && (
              <SelectField
                label={t('settings.tools.canned.department')}
                value={String(value.departmentId ?? '')}
                options={[
                  { value: '', label: t('settings.tools.canned.everywhere') },
                  ...departments.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
                onChange={(id) =>
                  change({ departmentId: departments.find((each) => String(each.id) === id)?.id ?? null })
                }
              />
            )}
          </>
        ),
      }}
    />
  );
}
