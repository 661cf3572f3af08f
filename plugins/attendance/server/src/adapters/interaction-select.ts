import type { Knex } from 'knex';

import { PREVIEW_LENGTH, type InteractionRow } from './interaction-rows';
import { TABLE } from './tables';

/** Rows of interactions with everything their readers need, longest wait first. */
export async function select(
  connection: Knex | Knex.Transaction,
  narrow: (query: Knex.QueryBuilder) => unknown,
): Promise<InteractionRow[]> {
  const query = connection(`${TABLE.interactions} as i`)
    .leftJoin(`${TABLE.visitors} as v`, 'v.id', 'i.visitor_id')
    .leftJoin(`${TABLE.sites} as s`, 's.id', 'i.site_id')
    .leftJoin(`${TABLE.agents} as a`, 'a.id', 'i.agent_id')
    .leftJoin(`${TABLE.departments} as d`, 'd.id', 'i.department_id')
    // The last text by a person; system lines are no preview [S8].
    .leftJoin(`${TABLE.messages} as m`, function onLastText() {
      this.on('m.interaction_id', 'i.id').andOn(
        'm.sequence',
        connection.raw(
          `(select max(sequence) from ${TABLE.messages} where interaction_id = i.id and side <> 'system')`,
        ),
      );
    })
    .orderBy('i.waiting_since')
    .orderBy('i.id')
    .select(
      'i.*',
      's.name as site_name',
      'd.key as department_key',
      'd.name as department_name',
      'a.public_name as agent_name',
      'v.name as visitor_name',
      'v.email as visitor_email',
      'v.phone as visitor_phone',
      'v.document as visitor_document',
      'm.side as preview_side',
      'm.sent_at as preview_sent_at',
      connection.raw(`substr(m.body, 1, ${PREVIEW_LENGTH}) as preview_body`),
      connection.raw(
        `(select count(*) from ${TABLE.messages} u where u.interaction_id = i.id and u.side = 'visitor' and u.sequence > i.agent_read) as unread_count`,
      ),
    );
  narrow(query);
  return (await query) as InteractionRow[];
}

export async function findRow(trx: Knex.Transaction, id: number): Promise<InteractionRow | null> {
  return (await select(trx, (query) => query.where('i.id', id)))[0] ?? null;
}
