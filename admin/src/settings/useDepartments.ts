import type { Department } from '../../../plugins/attendance/protocol/entities';
import { useLoaded } from './exchange';

const NONE: readonly Department[] = [];

/** The departments to choose from; none while they are not known. */
export function useDepartments(): readonly Department[] {
  const [loaded] = useLoaded<readonly Department[]>('/attendance/departments');
  return loaded.state === 'ready' ? loaded.data : NONE;
}
