import { useEffect, useState } from 'react';

import { hasCalls } from '../model/call';
import type { State } from '../model/state';
import type { Panel } from '../panel';

type CallPart = Awaited<ReturnType<(typeof import('../call/call-part'))['openCallPart']>>;

/** Room for the call above everything else; what carries it is fetched when there is one, or soon will be. */
export function CallSlot({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const [part, setPart] = useState<CallPart | null>(null);
  const isNeeded = hasCalls(state) && !part;
  useEffect(() => {
    if (!isNeeded) return;
    let isGone = false;
    import('../call/call-part')
      .then(({ openCallPart }) => openCallPart(panel))
      .then((opened) => !isGone && setPart(opened))
      // Not to be had now: asked for again with the next change of the call.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [panel, isNeeded, state.interaction?.call]);
  return part && <part.CallArea state={state} />;
}
