import { contentType, id, line, time } from './content-type';

/** Voice and video within interactions. */
export const calls = {
  /** Attempt of a call: its room is open until it ends, and is never used again [M2]. */
  'call-attempt': contentType(
    'call-attempt',
    {
      interactionId: id,
      attempt: { type: 'integer' },
      medium: line,
      room: line,
      provider: line,
      startedAt: time,
      endedAt: time,
      endedBy: { type: 'string' },
    },
    [
      { name: 'attendance_call_attempts_room', columns: ['room'], type: 'unique' },
      {
        name: 'attendance_call_attempts_order',
        columns: ['interaction_id', 'attempt'],
        type: 'unique',
      },
    ],
  ),
};
