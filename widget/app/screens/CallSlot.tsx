import { lazyPart } from '../parts/lazy-part';
import { hasCalls } from '../model/call';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { usePart } from '../parts/usePart';

const callPart = lazyPart(async (panel: Panel) => (await import('../call/call-part')).openCallPart(panel));

/** The place for the call above everything else; its part is fetched when there is a call, or soon will be one. */
export function CallSlot({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const part = usePart(callPart, panel, hasCalls(state));
  return part && part !== 'failed' ? <part.CallArea state={state} /> : null;
}
