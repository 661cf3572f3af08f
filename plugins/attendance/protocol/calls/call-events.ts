import { z } from 'zod';

import { callMediumSchema, callQualitySchema, callSignalSchema, joinTicketSchema } from './calls';
import { defineCommands, defineFacts } from '../schemas/commands';
import { interactionIdSchema } from '../schemas/ids';
import { sideSchema } from '../schemas/scalars';

const ofInteraction = { interactionId: interactionIdSchema };
const nothing = z.object({});
/** Id of one pairing of two browsers; a page that is loaded again makes a new one. */
const session = z.string().min(1).max(64);

/** Commands for a call, the same for both sides of an interaction. */
export const callCommands = defineCommands({
  'call:ask': {
    summary:
      'Raises a chat to a call, or asks for another one after a hang-up: the other side has 30 s to answer. The agent claims all of their capacity by it; refused with `conflict` while they hold anything else, `mustEnd` says how many.',
    rate: 'command',
    payload: z.object({ ...ofInteraction, medium: callMediumSchema }),
    answer: nothing,
  },
  'call:answer': {
    summary:
      'Takes the call for which the other side rings, in a new room; the agent opens the interaction by it, and claims all of their capacity: refused with `conflict` while they hold anything else, `mustEnd` says how many. Answering twice is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
  'call:decline': {
    summary:
      'Does not take the call that the other side asks for, or takes one’s own asking back. The call for which a visitor came cannot be declined. Declining twice is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
  'call:hang-up': {
    summary: 'Ends the call, never the interaction. Hanging up twice is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
  'call:join': {
    summary:
      'This connection is where the call of its side is from now on: any other tab is told `call:taken-over`. Only while connected.',
    rate: 'command',
    payload: z.object({
      ...ofInteraction,
      /** The pairing that this page still has with the other side, if any: with it, a lost socket does not cut the call. */
      session: session.nullable(),
    }),
    answer: joinTicketSchema,
  },
  'call:signal': {
    summary:
      'A word of the negotiation for the other side, whoever is in the call there. Of a pairing that is no more: `conflict`.',
    rate: 'call',
    payload: z.object({ ...ofInteraction, session, signal: callSignalSchema }),
    answer: nothing,
  },
  'call:report-quality': {
    summary: 'How good this side’s connection is. Told to the agent only.',
    rate: 'signal',
    payload: z.object({ ...ofInteraction, quality: callQualitySchema }),
    answer: nothing,
  },
});

/** Call commands that only the visitor's side has. */
export const visitorCallCommands = defineCommands({
  'call:report-unsafe': {
    summary:
      'The Jitsi deployment made this side the moderator of the room, who may put the agent out: ends the attempt for both sides, who are told `call:unsafe`, and is shown in the settings. Only from the connection where the call is; `conflict` from any other, and where no Jitsi call goes on.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
});

/** Facts about a call that both sides receive, beside `interaction:changed`. */
export const callFacts = defineFacts({
  'call:seats': {
    summary: 'Which sides have a page in the call at the moment.',
    payload: z.object({ ...ofInteraction, visitor: z.boolean(), agent: z.boolean() }),
  },
  'call:taken-over': {
    summary: 'The call goes on in another tab of this person.',
    payload: z.object(ofInteraction),
  },
  'call:connect': {
    summary:
      'Both sides are there: each makes a new peer connection for this pairing. The agent’s side is the impolite one, and offers first.',
    payload: z.object({ ...ofInteraction, session }),
  },
  'call:unsafe': {
    summary:
      'The attempt ends: the deployment let the visitor moderate its room. `interaction:changed` follows.',
    payload: z.object(ofInteraction),
  },
  'call:signalled': {
    summary: 'A word of the negotiation from the other side.',
    payload: z.object({ ...ofInteraction, session, signal: callSignalSchema }),
  },
});

/** Facts about a call that only the agent receives. */
export const callQualityFacts = defineFacts({
  'call:quality': {
    summary: 'How good the connection of one side is.',
    payload: z.object({ ...ofInteraction, side: sideSchema, quality: callQualitySchema }),
  },
});
