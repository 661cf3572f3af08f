import { z } from 'zod';

import { defineCommands, defineFacts } from '../schemas/commands';
import { fieldValuesSchema } from '../interactions/people';
import { customFieldIdSchema, interactionIdSchema, tagIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { textOf } from '../schemas/text';
import { noteSchema, toolsSchema } from './tools';
import { clientMessageIdSchema } from '../messages/message-events';

const ofInteraction = { interactionId: interactionIdSchema };
const tagging = {
  rate: 'command',
  payload: z.object({ ...ofInteraction, tagId: tagIdSchema }),
  answer: z.object({ tagIds: z.array(tagIdSchema) }),
} as const;

/** Notes, tags and fields of one's own: the agent's side of an interaction that they hold, never the visitor's. */
export const toolCommands = defineCommands({
  'note:write': {
    summary:
      'A note that only the team sees. Acknowledged only once stored; the same clientNoteId again answers the same note, with another body `conflict`.',
    rate: 'message',
    payload: z.object({
      ...ofInteraction,
      clientNoteId: clientMessageIdSchema,
      body: textOf(LIMITS.noteCodePoints),
    }),
    answer: z.object({ note: noteSchema }),
  },
  'note:list': {
    summary:
      'The notes of an interaction whose transcript this agent may read, as with message:list; by time.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: z.object({ notes: z.array(noteSchema) }),
  },
  'tag:add': {
    summary: 'Puts a tag on the interaction. Twice is harmless; an archived one is `conflict`.',
    ...tagging,
  },
  'tag:remove': { summary: 'Takes a tag off the interaction. Twice is harmless.', ...tagging },
  'field:set': {
    summary: 'One field of one’s own, of the visitor or of the interaction, saved as typed [A4].',
    rate: 'command',
    payload: z.object({
      ...ofInteraction,
      fieldId: customFieldIdSchema,
      value: z.literal('').or(textOf(LIMITS.fieldValueCodePoints)),
    }),
    answer: z.object({ fieldValues: fieldValuesSchema }),
  },
});

export const toolFacts = defineFacts({
  'tools:changed': {
    summary: 'An admin changed canned responses, tags or fields: all of them as they are now.',
    payload: z.object({ tools: toolsSchema }),
  },
  'note:written': {
    summary:
      'A note was stored, or a supervisor whispered [R17]; the connection that wrote it hears of it by the acknowledgement only.',
    payload: z.object({ note: noteSchema }),
  },
});
