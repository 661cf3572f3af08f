import { useEffect, useState } from 'react';

import type { State } from '../model/state';
import type { Panel } from '../panel';

type View = (typeof import('../blocked/BlockedView'))['BlockedView'];

/** Hardly anybody sees it: fetched when it is needed. */
export function BlockedSlot({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const [part, setPart] = useState<{ readonly View: View }>();
  useEffect(
    () => void import('../blocked/BlockedView').then(({ BlockedView: View }) => setPart({ View })),
    [],
  );
  return part ? <part.View panel={panel} state={state} /> : null;
}
