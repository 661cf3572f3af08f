import type { DepartmentSettings } from '../../../../plugins/attendance/protocol/settings/departments';
import { useShared } from './useLoaded';

const NONE: readonly DepartmentSettings[] = [];

/** Returns the departments to choose from; none until they are loaded. */
export function useDepartments(): readonly DepartmentSettings[] {
  const loaded = useShared('/attendance/departments');
  return loaded.state === 'ready' ? loaded.data : NONE;
}
