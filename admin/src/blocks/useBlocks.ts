import { useCallback, useEffect, useState } from 'react';

import type { Block } from '../../../plugins/attendance/protocol/visitors/blocks';
import type { Visitor } from '../../../plugins/attendance/protocol/interactions/people';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { currentSession } from '../attendance/attendance';

type Loaded = readonly Block[] | 'loading' | 'failed';

/**
 * Returns the blocks of an interaction's visitor, or all that this agent may lift. Fetched again with every fact about
 * the visitor, which is how other tabs of the agent learn of a change.
 */
export function useBlocks(
  id: InteractionId | null,
  visitor: Visitor | null = null,
): readonly [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    // Never rejects: null is a refusal.
    void currentSession()
      ?.blocks(id)
      .then((blocks) => isWanted && setLoaded(blocks ?? 'failed'));
    return () => {
      isWanted = false;
    };
  }, [id, visitor, attempt]);
  return [loaded, useCallback(() => setAttempt((before) => before + 1), [])];
}
