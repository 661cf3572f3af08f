import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { visitorCommands } from '../../../../protocol/wire/visitor-events';
import type { AdvanceReceipt } from '../../application/messages/advance-receipt';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { Publisher } from '../../application/interactions/publisher';
import { refusal, type Handlers } from './answer';

export interface ReportPorts {
  readonly advanceReceipt: AdvanceReceipt;
  readonly publisher: Pick<Publisher, 'typingChanged'>;
}

type ReportHandlers = Pick<
  Handlers<typeof visitorCommands>,
  'message:delivered' | 'message:read' | 'typing:set'
>;

/** Creates the handlers of what a screen reports by itself, the same for both sides; `find` returns only what is the side's own. */
export function createReportHandlers(
  { advanceReceipt, publisher }: ReportPorts,
  side: Side,
  find: (id: InteractionId) => Promise<StoredInteraction | null>,
): ReportHandlers {
  const advance =
    (mark: 'delivered' | 'read'): ReportHandlers['message:read'] =>
    async ({ interactionId, sequence }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      await advanceReceipt(stored, side, mark, sequence);
      return { ok: true, data: {} };
    };
  return {
    'message:delivered': advance('delivered'),
    'message:read': advance('read'),
    'typing:set': async ({ interactionId, isTyping }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      publisher.typingChanged(stored, side, isTyping);
      return { ok: true, data: {} };
    },
  };
}
