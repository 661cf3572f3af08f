import { PREVIEW_LENGTH } from './interaction-rows';
import { TABLE } from '../database/tables';

/** The column `tag_ids` of an interaction `i`: its tags joined by commas, null where it has none. */
export const TAG_IDS = `(SELECT string_agg(CAST(t.tag_id AS TEXT), ',') FROM ${TABLE.interactionTags} t
      WHERE t.interaction_id = i.id) AS tag_ids`;

/** The last text by a person is the preview; system lines are none [S8]. */
const SELECT = `
  SELECT i.*, s.name AS site_name, d.key AS department_key, d.name AS department_name, a.public_name AS agent_name,
    a.photo AS agent_photo,
    v.name AS visitor_name, v.email AS visitor_email, v.phone AS visitor_phone, v.document AS visitor_document,
    v.field_values AS visitor_field_values,
    ${TAG_IDS},
    m.side AS preview_side, m.sent_at AS preview_sent_at, substr(m.body, 1, ${PREVIEW_LENGTH}) AS preview_body,
    m.attachments AS preview_attachments,
    (SELECT count(*) FROM ${TABLE.messages} u
      WHERE u.interaction_id = i.id AND u.side = 'visitor' AND u.sequence > i.agent_read) AS unread_count
  FROM ${TABLE.interactions} i
  LEFT JOIN ${TABLE.visitors} v ON v.id = i.visitor_id
  LEFT JOIN ${TABLE.sites} s ON s.id = i.site_id
  LEFT JOIN ${TABLE.agents} a ON a.id = i.agent_id
  LEFT JOIN ${TABLE.departments} d ON d.id = i.department_id
  LEFT JOIN ${TABLE.messages} m ON m.interaction_id = i.id AND m.sequence =
    (SELECT max(sequence) FROM ${TABLE.messages} WHERE interaction_id = i.id AND side <> 'system')`;

const where = (condition: string): string => `${SELECT} WHERE ${condition} ORDER BY i.waiting_since, i.id`;

/**
 * Rows of interactions with everything their readers need, longest wait first. Whole texts, written once: a statement is found
 * again by its text, and these are long.
 */
export const QUERIES = {
  byId: where('i.id = ?'),
  byLiveKey: where('i.live_key = ?'),
  heldBy: where(`i.status = 'assigned' AND i.agent_id = ?`),
  openOf: where(`i.visitor_id = ? AND i.status IN ('waiting', 'assigned')`),
  waiting: where(`i.status = 'waiting'`),
} as const;
