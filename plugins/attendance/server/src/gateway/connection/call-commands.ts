import type { callCommands, visitorCallCommands } from '../../../../protocol/calls/call-events';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { CallParty, Calls } from '../../application/calls/calls';
import type { Outcome } from '../../application/outcome';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import { refusal, toAnswer, type Handlers } from './answer';

/** Creates the handlers of call commands, the same for both sides; `find` returns only what is the party's own. */
export function createCallHandlers(
  calls: Calls,
  find: (id: InteractionId) => Promise<StoredInteraction | null>,
  party: () => CallParty,
): Handlers<typeof callCommands> {
  const acting =
    (act: (id: InteractionId) => Promise<Outcome<unknown>>) =>
    async ({ interactionId }: { interactionId: InteractionId }) =>
      (await find(interactionId)) === null
        ? refusal('not_found')
        : toAnswer(await act(interactionId), () => ({}));
  return {
    'call:ask': async ({ interactionId, medium }) =>
      acting((id) => calls.ask(id, party(), medium))({ interactionId }),
    'call:answer': acting((id) => calls.answer(id, party())),
    'call:decline': acting((id) => calls.decline(id, party())),
    'call:hang-up': acting((id) => calls.hangUp(id, party())),
    'call:join': async ({ interactionId, session }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      return toAnswer(await calls.join(stored, party(), session), (ticket) => ticket);
    },
    // No look-up: only who sat down in the call, which is their own, has anybody to signal to.
    'call:signal': ({ interactionId, session, signal }) =>
      Promise.resolve(toAnswer(calls.signal(interactionId, party(), session, signal), () => ({}))),
    'call:report-quality': async ({ interactionId, quality }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      return toAnswer(calls.reportQuality(stored, party(), quality), () => ({}));
    },
  };
}

export function createVisitorCallHandlers(
  calls: Pick<Calls, 'reportUnsafe'>,
  find: (id: InteractionId) => Promise<StoredInteraction | null>,
  party: () => CallParty,
): Handlers<typeof visitorCallCommands> {
  return {
    'call:report-unsafe': async ({ interactionId }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      return toAnswer(await calls.reportUnsafe(stored, party()), () => ({}));
    },
  };
}
