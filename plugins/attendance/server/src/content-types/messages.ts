import { contentType, id, json, line, text, time } from './content-type';

/** Content types of messages: in interactions, and those left while nobody attended. */
export const messages = {
  message: contentType(
    'message',
    {
      interactionId: id,
      sequence: { type: 'integer' },
      side: line,
      clientMessageId: { type: 'string' },
      agentId: id,
      agentName: line,
      body: text,
      line: json,
      /** Attachments as the message shows them: a page of a transcript needs no other table. */
      attachments: json,
      sentAt: time,
    },
    [
      { name: 'attendance_messages_order', columns: ['interaction_id', 'sequence'], type: 'unique' },
      {
        name: 'attendance_messages_once',
        columns: ['interaction_id', 'side', 'client_message_id'],
        type: 'unique',
      },
    ],
  ),
  'offline-message': contentType('offline-message', {
    siteId: id,
    status: line,
    name: line,
    email: line,
    body: text,
    originUrl: text,
    leftAt: time,
    takenById: id,
    takenByName: line,
    /** Null in rows that an older version marked as answered. */
    answeredAt: time,
  }),
};
