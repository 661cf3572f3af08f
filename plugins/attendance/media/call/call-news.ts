import type { AgentFactPayload } from '../../protocol/wire/events';
import type { CallNews } from './ongoing-call';

type CallFactName =
  | 'call:seats'
  | 'call:taken-over'
  | 'call:connect'
  | 'call:signalled'
  | 'call:unsafe'
  | 'call:quality';

/** A fact of a call, beside the interaction itself; `call:quality` is sent to the agent alone. */
export type CallFact = {
  readonly [Name in CallFactName]: { readonly type: Name; readonly fact: AgentFactPayload<Name> };
}[CallFactName];

/** Returns a fact of the wire as the engine takes it; null where it is none of the engine's concern. */
export function toCallNews({ type, fact }: CallFact): CallNews | null {
  switch (type) {
    case 'call:seats':
      return { kind: 'seats', visitor: fact.visitor, agent: fact.agent };
    case 'call:taken-over':
      return { kind: 'taken-over' };
    case 'call:connect':
      return { kind: 'connect', session: fact.session };
    case 'call:signalled':
      return { kind: 'signalled', session: fact.session, signal: fact.signal };
    case 'call:quality':
    case 'call:unsafe':
      return null;
  }
}
