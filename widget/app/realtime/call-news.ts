import type { CallFact } from '../../../plugins/attendance/media/call/call-news';
import type { FactAction } from '../model/actions';

/** Hands the facts of calls to the part of the panel that carries them and is fetched late. */
export interface CallNewsroom {
  /** The server's clock minus this one, by the last snapshot. */
  serverAheadMs(): number;
  tell(action: FactAction): void;
  /** One listener. What came before it, while that part was still being fetched, is told at once. */
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
