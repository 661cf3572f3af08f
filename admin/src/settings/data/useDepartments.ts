import type { DepartmentSettings } from '../../../../plugins/attendance/protocol/settings/departments';
import { useShared } from './useLoaded';

const NONE: readonly DepartmentSettings[] = [];

/** The departments to choose from; none while they are not known. */
export function useDepartments(): readonly DepartmentSettings[] {
  const loaded = useShared('/attendance/departments');
  return loaded.state === 'ready' ? loaded.data : NONE;
}
