import type { DepartmentId } from '../../../../protocol/ids';
import type { Steps } from '../steps';

export interface DepartmentRows {
  /** Null where there is no such department. */
  nameOf(id: DepartmentId): Steps<string | null>;
}
