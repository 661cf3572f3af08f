import type { CallNews } from '../../../plugins/attendance/media/ongoing-call';
import type { CallFact } from '../model/actions';

/** A fact of the wire as the engine takes it; null where it is none of the engine's concern. */
export function toCallNews({ fact, payload }: CallFact): CallNews | null {
  switch (fact) {
    case 'call:seats':
      return { kind: 'seats', visitor: payload.visitor, agent: payload.agent };
    case 'call:taken-over':
      return { kind: 'taken-over' };
    case 'call:connect':
      return { kind: 'connect', session: payload.session };
    case 'call:signalled':
      return { kind: 'signalled', session: payload.session, signal: payload.signal };
    case 'call:quality':
    case 'call:unsafe':
      return null;
  }
}
