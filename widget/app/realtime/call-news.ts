import type { CallFact } from '../../../plugins/attendance/media/call/call-news';
import type { FactAction } from '../model/actions';

/** Passes the facts of calls on to the part of the panel that carries calls and is fetched late. */
export interface CallNewsroom {
  /** Returns the server's clock minus this one in ms, as of the last snapshot. */
  serverAheadMs(): number;
  tell(action: FactAction): void;
  /** Sets the one listener. Facts that came before it, while that part was being fetched, are passed on at once. */
  listen(listener: (fact: CallFact) => void): void;
}

export function createCallNewsroom(): CallNewsroom {
  const untold: CallFact[] = [];
  let hear: (fact: CallFact) => void = (fact) => untold.push(fact);
  let aheadMs = 0;
  return {
    serverAheadMs: () => aheadMs,
    tell(action) {
      if (action.type === 'snapshot') aheadMs = action.fact.serverNow - Date.now();
      else if (isCallFact(action)) hear(action);
    },
    listen(listener) {
      hear = listener;
      untold.splice(0).forEach(listener);
    },
  };
}

function isCallFact(action: FactAction): action is Extract<FactAction, { type: `call:${string}` }> {
  return action.type.startsWith('call:');
}
