import type { CallLink } from '../media/call/ongoing-call';
import type { CallQuality, CallSignal, JoinTicket } from '../protocol/calls/calls';
import type { Answer } from '../protocol/shared/errors';
import type { InteractionId } from '../protocol/schemas/ids';

type Of = { interactionId: InteractionId };

/** The commands of a wire that a call uses. */
interface CallWire {
  command(name: 'call:join', payload: Of & { session: string | null }): Promise<Answer<JoinTicket>>;
  hint(name: 'call:signal', payload: Of & { session: string; signal: CallSignal }): void;
  hint(name: 'call:report-quality', payload: Of & { quality: CallQuality }): void;
}

/** Returns the product's socket as the engine of calls uses it; `reportUnsafe` is the visitor's side's alone. */
export function linkCall(
  wire: CallWire,
  interactionId: InteractionId,
  reportUnsafe: () => void = () => {},
): CallLink {
  return {
    async join(session) {
      const answer = await wire.command('call:join', { interactionId, session });
      return answer.ok ? answer.data : answer.error.code;
    },
    signal: (session, signal) => wire.hint('call:signal', { interactionId, session, signal }),
    reportQuality: (quality) => wire.hint('call:report-quality', { interactionId, quality }),
    reportUnsafe,
  };
}
