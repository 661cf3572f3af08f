import type { Steps } from '../steps';
import type { DepartmentId } from '../../../../protocol/ids';

export interface DepartmentRows {
  /** Null where there is no such department. */
  nameOf(id: DepartmentId): Steps<string | null>;
}
