import { lazyPart } from '../parts/lazy-part';
import { hasCalls } from '../model/call';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { usePart } from '../parts/usePart';

const callPart = lazyPart(async (panel: Panel) => (await import('../call/call-part')).openCallPart(panel));

/** Room for the call above everything else; what carries it is fetched when there is one, or soon will be. */
export function CallSlot({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const part = usePart(callPart, panel, hasCalls(state));
  return part && part !== 'failed' ? <part.CallArea state={state} /> : null;
}
