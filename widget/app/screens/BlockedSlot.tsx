import { lazyPart } from '../parts/lazy-part';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { usePart } from '../parts/usePart';

const blockedPart = lazyPart(() => import('../blocked/BlockedView'));

/** The place for the blocked screen, which is fetched when it is needed: hardly any visitor sees it. */
export function BlockedSlot({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const part = usePart(blockedPart, panel, true);
  return part && part !== 'failed' ? <part.BlockedView panel={panel} state={state} /> : null;
}
