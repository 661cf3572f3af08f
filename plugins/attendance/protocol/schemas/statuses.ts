import { z } from 'zod';

/**
 * Set Offline by the service: too many interactions in a row were not opened [R10], or the connection was lost for too long [R14]; or by a supervisor,
 * who gave a reason in words [R17].
 */
export const offlineReasonSchema = z.enum(['missed', 'lost', 'supervisor']);
export type OfflineReason = z.infer<typeof offlineReasonSchema>;

/** Life of an interaction (spec, Life). `ended` and `abandoned` are final. */
export const interactionStatusSchema = z.enum(['waiting', 'assigned', 'ended', 'abandoned']);
export type InteractionStatus = z.infer<typeof interactionStatusSchema>;

export const visitorEndReasonSchema = z.enum(['visitor-ended', 'visitor-gone', 'visitor-blocked']);
/** Why the visitor's side is over: they pressed "Encerrar", were away for longer than the persistence time [P3], or were blocked [A10]. */
export type VisitorEndReason = z.infer<typeof visitorEndReasonSchema>;

/** Availability of attendance: whether somebody attends now, and so what the widget offers [R13]. */
export const availabilitySchema = z.enum(['online', 'offline', 'outside-hours']);
export type Availability = z.infer<typeof availabilitySchema>;
