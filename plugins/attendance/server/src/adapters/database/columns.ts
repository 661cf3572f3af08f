import type { Picture } from '../../../../protocol/settings/appearance';
import type { Attachment } from '../../../../protocol/attachments/attachments';
import type { TagId } from '../../../../protocol/schemas/ids';
import type { FieldValues } from '../../../../protocol/interactions/people';

/** Big integers come back as strings from some databases. */
export function toTime(value: number | string): number {
  return Number(value);
}

export function toTimeOrNull(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}

/** A json column comes back parsed from some databases and as text from SQLite. */
export function fromJson<Value>(value: string | Value): Value {
  return typeof value === 'string' ? (JSON.parse(value) as Value) : value;
}

/** Returns a photo's address; empty where there is none. */
export function toPhoto(value: string | Picture | null): string {
  return value === null ? '' : fromJson<Picture>(value).url;
}

export function toTagIds(joined: string | null): TagId[] {
  const ids = joined === null ? [] : joined.split(',').map(Number);
  return ids.sort((one, other) => one - other) as TagId[];
}

export function toFieldValues(value: string | FieldValues | null): FieldValues {
  return value === null ? {} : fromJson<FieldValues>(value);
}

/** Undefined where there are none: such a message has no such field. */
export function toAttachments(value: string | Attachment[] | null): Attachment[] | undefined {
  return value === null ? undefined : fromJson<Attachment[]>(value);
}
