import type { FieldValues, Visitor } from '../../../../protocol/interactions/people';
import type { VisitorId } from '../../../../protocol/schemas/ids';

/** A row of the visitors table. */
export interface VisitorColumns {
  readonly id: number;
  readonly site_id: number;
  readonly start_key_hash: string | null;
  readonly start_key_at: number | string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly document: string | null;
  readonly last_agent_id: number | null;
  readonly field_values: string | FieldValues | null;
}

export function toVisitor(row: Pick<VisitorColumns, 'id' | keyof Visitor>): Visitor {
  return {
    id: row.id as VisitorId,
    name: row.name ?? '',
    email: row.email ?? '',
    phone: row.phone ?? '',
    document: row.document ?? '',
  };
}
