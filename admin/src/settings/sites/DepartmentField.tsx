import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { SelectField } from '../fields';
import { Panel } from '../Panel';
import { useDepartments } from '../data/useDepartments';

const EVERYBODY = 'everybody';

interface DepartmentFieldProps {
  readonly value: SiteSettings['departmentId'];
  readonly onChange: (departmentId: SiteSettings['departmentId']) => void;
}

/** Select of the department that gets a site's visitors where the page names none [R11]; hidden without departments. */
export function DepartmentField({ onChange, value }: DepartmentFieldProps) {
  const t = useTexts();
  const departments = useDepartments();
  if (departments.length === 0) return null;
  return (
    <Panel title={t('details.captured.department')}>
      <SelectField<string>
        label={t('settings.sites.department')}
        hint={t('settings.sites.department.hint')}
        value={value === null ? EVERYBODY : String(value)}
        options={[
          { value: EVERYBODY, label: t('settings.sites.department.any') },
          ...departments.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(chosen) => onChange(departments.find(({ id }) => String(id) === chosen)?.id ?? null)}
      />
    </Panel>
  );
}
