import { z } from 'zod';

import { defineCommands } from '../schemas/commands';
import { channelSchema } from '../schemas/scalars';
import { agentIdSchema, departmentIdSchema, interactionIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { textOf } from '../schemas/text';
import { TRANSFER_OBSTACLES } from '../shared/transfer-obstacles';

export * from '../shared/transfer-obstacles';

export const transferObstacleSchema = z.enum(TRANSFER_OBSTACLES);

/** Agent as the choice of a transfer's target shows them: name, presence and load, and no more. */
export const colleagueSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  /** Address of their photo; empty where there is none. */
  photo: z.string(),
  isAttending: z.boolean(),
  channels: z.array(channelSchema),
  departmentIds: z.array(departmentIdSchema),
  /** Interactions held. */
  load: z.number().int().nonnegative(),
  capacity: z.number().int().nonnegative(),
  isInCall: z.boolean(),
  /** Why they cannot be given this interaction now; null when they can. */
  obstacle: transferObstacleSchema.nullable(),
});
export type Colleague = z.infer<typeof colleagueSchema>;

export const transferDepartmentSchema = z.object({
  id: departmentIdSchema,
  name: z.string(),
  /** Number of agents attending there now, without the one who asks. */
  attending: z.number().int().nonnegative(),
  obstacle: transferObstacleSchema.nullable(),
});
export type TransferDepartment = z.infer<typeof transferDepartmentSchema>;

const ofInteraction = { interactionId: interactionIdSchema };

/** Handing on an interaction that one holds [R15]. */
export const transferCommands = defineCommands({
  'transfer:list': {
    summary:
      'Whom an interaction that this agent holds could be given to, and who cannot take it now, and why. Ask again for news.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: z.object({
      agents: z.array(colleagueSchema),
      departments: z.array(transferDepartmentSchema),
    }),
  },
  'interaction:transfer': {
    summary:
      'Hands it on, to an agent or to the queue of a department; the call attempt ends. Refused with `conflict`, and `obstacle` says why: then nothing has changed.',
    rate: 'command',
    payload: z.object({
      ...ofInteraction,
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('agent'), agentId: agentIdSchema }),
        z.object({ kind: z.literal('department'), departmentId: departmentIdSchema }),
      ]),
      /** Note for the agent who receives the interaction; never sent to the visitor. */
      note: z.literal('').or(textOf(LIMITS.transferNoteCodePoints)).optional(),
    }),
    answer: z.object({}),
  },
});
