import { z } from 'zod';

import { attachmentSchema } from '../attachments/attachments';
import { callMediumSchema } from '../calls/calls';
import { agentIdSchema } from '../schemas/ids';
import { sideSchema, timeSchema } from '../schemas/scalars';
import { visitorEndReasonSchema } from '../schemas/statuses';

/**
 * Content of a system line; the screen has the text in its own language. `agent-left`: the interaction went back to the queue, because the agent did
 * not open it in time [R10], lost the connection for too long [R14], or a supervisor put it back [R17], which the visitor receives as `lost`.
 */
export const systemLineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent-joined'), agentName: z.string() }),
  z.object({
    kind: z.literal('agent-left'),
    agentName: z.string(),
    reason: z.enum(['missed', 'lost', 'supervisor']),
  }),
  z.object({ kind: z.literal('page-changed'), url: z.string(), title: z.string() }),
  z.object({ kind: z.literal('visitor-ended'), reason: visitorEndReasonSchema }),
  z.object({ kind: z.literal('agent-ended') }),
  z.object({ kind: z.literal('call-started'), medium: callMediumSchema }),
  z.object({
    kind: z.literal('call-ended'),
    medium: callMediumSchema,
    by: z.enum(['visitor', 'agent', 'nobody']),
    durationMs: z.number().int().nonnegative(),
  }),
  z.object({
    kind: z.literal('call-unanswered'),
    medium: callMediumSchema,
    /** Side that had asked. */
    by: sideSchema,
    reason: z.enum(['declined', 'withdrawn', 'lapsed']),
  }),
  z.object({
    kind: z.literal('transferred'),
    from: z.string(),
    toKind: z.enum(['agent', 'department']),
    to: z.string(),
    /** Note for the team only; always empty for the visitor. */
    note: z.string(),
  }),
]);
export type SystemLine = z.infer<typeof systemLineSchema>;

const messageBase = {
  /** Dense from 1 within the interaction: the one order for everybody [C3]. */
  sequence: z.number().int().positive(),
  sentAt: timeSchema,
};

const writtenBase = {
  clientMessageId: z.string(),
  /** Text; empty where there are attachments only. */
  body: z.string(),
  /** Attachments; absent where there are none [C6]. */
  attachments: z.array(attachmentSchema).optional(),
};

export const messageSchema = z.discriminatedUnion('side', [
  z.object({
    ...messageBase,
    ...writtenBase,
    side: z.literal('visitor'),
  }),
  z.object({
    ...messageBase,
    ...writtenBase,
    side: z.literal('agent'),
    agentId: agentIdSchema,
    agentName: z.string(),
  }),
  z.object({ ...messageBase, side: z.literal('system'), line: systemLineSchema }),
]);
/** One line of a transcript. */
export type Message = z.infer<typeof messageSchema>;
export type PersonMessage = Exclude<Message, { side: 'system' }>;

/** Highest sequence that one side has received, and has read [C2]. */
export const watermarkSchema = z.object({
  delivered: z.number().int().nonnegative(),
  read: z.number().int().nonnegative(),
});
export type Watermark = z.infer<typeof watermarkSchema>;

export const receiptsSchema = z.object({ visitor: watermarkSchema, agent: watermarkSchema });
export type Receipts = z.infer<typeof receiptsSchema>;
