import { useEffect, useState } from 'react';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { currentSession } from '../attendance/attendance';
import type { TransferTargets } from '../realtime/transfer-commands';

/** Interval of polling the targets, in ms: presence and load change while somebody chooses. */
const AGAIN_MS = 1_500;

/** Returns the targets of a transfer, kept up to date while the dialog is open. */
export function useTargets(id: InteractionId): TransferTargets | 'loading' | 'failed' {
  const [targets, setTargets] = useState<TransferTargets | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = (await currentSession()?.transferTargets(id)) ?? null;
      if (!isWanted) return;
      setTargets((held) => answer ?? (held === 'loading' ? 'failed' : held));
      timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id]);
  return targets;
}
