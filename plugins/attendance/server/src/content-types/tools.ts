import { contentType, counter, id, json, line, originId, text, time, type Attribute } from './content-type';

const flag: Attribute = { type: 'boolean', default: false };

/** Content types of the tools of agents, and of their notes for the team. */
export const toolContentTypes = {
  /** `nameKey` is the name in lower case: two that differ by capitals are one. */
  tag: contentType(
    'tag',
    { originId, version: counter, name: line, nameKey: line, colour: line, isArchived: flag },
    [{ name: 'attendance_tags_name', columns: ['name_key'], type: 'unique' }],
  ),
  'interaction-tag': contentType(
    'interaction-tag',
    { interactionId: id, tagId: id, agentId: id, taggedAt: time },
    [
      {
        name: 'attendance_interaction_tags_once',
        columns: ['interaction_id', 'tag_id'],
        type: 'unique',
      },
      { name: 'attendance_interaction_tags_tag', columns: ['tag_id', 'tagged_at'] },
    ],
  ),
  'canned-response': contentType(
    'canned-response',
    { version: counter, shortcut: line, title: line, body: text, departmentId: id },
    [{ name: 'attendance_canned_responses_shortcut', columns: ['shortcut'], type: 'unique' }],
  ),
  'custom-field': contentType('custom-field', {
    originId,
    version: counter,
    position: counter,
    label: json,
    type: line,
    subject: line,
    options: json,
    isArchived: flag,
  }),
  /** Apart from the messages: it takes no sequence, and no visitor's transcript has a place where it could be seen [C9]. */
  note: contentType(
    'note',
    {
      interactionId: id,
      clientNoteId: line,
      agentId: id,
      agentName: line,
      body: text,
      writtenAt: time,
      isWhisper: flag,
    },
    [
      {
        name: 'attendance_notes_once',
        columns: ['interaction_id', 'agent_id', 'client_note_id'],
        type: 'unique',
      },
      { name: 'attendance_notes_written', columns: ['written_at'] },
    ],
  ),
};
