import type { TagId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Tag } from '../../../plugins/attendance/protocol/tools/tools';
import { useAttendance } from '../attendance/attendance';

/** Returns the tags of these ids, by name; archived ones too, for they stay where they are. */
export function useTags(tagIds: readonly TagId[]): readonly Tag[] {
  const tags = useAttendance(({ tools }) => tools.tags);
  return tags.filter(({ id }) => tagIds.includes(id));
}
