import type { Database } from 'better-sqlite3';

import type { Attachment } from '../../../../protocol/attachments/attachments';
import type { FormAnswer } from '../../../../protocol/settings/form';
import type { FieldValues } from '../../../../protocol/interactions/people';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { SearchableText } from '../../domain/search/search';
import { fromJson, toFieldValues } from '../database/columns';
import { rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

interface MessageRow {
  side: Side;
  agent_name: string;
  sequence: number;
  body: string;
  attachments: string | Attachment[] | null;
}

interface HeadRow {
  closing_note: string | null;
  closing_tag: string | null;
  answers: string | FormAnswer[] | null;
  field_values: string | FieldValues | null;
  visitor_fields_at_end: string | FieldValues | null;
}

/** Messages of one transcript that are searched at most; the newest are. */
const LINES_MAX = 20_000;

const HEAD = `SELECT closing_note, closing_tag, answers, field_values, visitor_fields_at_end
  FROM ${TABLE.interactions} WHERE id = ?`;
const NOTES = `SELECT agent_name, body FROM ${TABLE.notes} WHERE interaction_id = ? ORDER BY written_at DESC, id DESC`;
const MESSAGES = `SELECT side, agent_name, sequence, body, attachments FROM ${TABLE.messages}
  WHERE interaction_id = ? AND side <> 'system' ORDER BY sequence DESC LIMIT ${LINES_MAX}`;

const BY_TEAM = { side: 'agent', agentName: '', sequence: null } as const;

/** A ticked box says nothing of its own. */
const IS_SEARCHED: Readonly<Record<FormAnswer['type'], boolean>> = {
  text: true,
  email: true,
  phone: true,
  cpf: true,
  choice: true,
  checkbox: false,
  'long-text': true,
};

/** Yields every text that people wrote in an interaction and around it: notes, then messages, newest first, and fields at the end. */
export function* searchableTexts(connection: Database, id: number): Generator<SearchableText> {
  const [head] = rowsIn<HeadRow>(connection, HEAD, id);
  if (head === undefined) return;
  yield { ...BY_TEAM, of: 'closing-note', text: head.closing_note ?? '' };
  yield { ...BY_TEAM, of: 'closing-note', text: head.closing_tag ?? '' };
  for (const { agent_name: agentName, body } of rowsIn<MessageRow>(connection, NOTES, id))
    yield { ...BY_TEAM, of: 'note', agentName, text: body };
  for (const row of rowsIn<MessageRow>(connection, MESSAGES, id)) {
    const { agent_name: agentName, body, sequence, side } = row;
    const by = { side, agentName: side === 'agent' ? agentName : '', sequence };
    yield { ...by, of: 'message', text: body };
    for (const { name } of fromJson<Attachment[]>(row.attachments ?? '[]'))
      yield { ...by, of: 'file-name', text: name };
  }
  for (const { shown, type } of fromJson<FormAnswer[]>(head.answers ?? '[]'))
    if (IS_SEARCHED[type]) yield { ...BY_TEAM, of: 'field', side: 'visitor', text: shown };
  for (const values of [head.field_values, head.visitor_fields_at_end])
    for (const text of Object.values(toFieldValues(values))) yield { ...BY_TEAM, of: 'field', text };
}
