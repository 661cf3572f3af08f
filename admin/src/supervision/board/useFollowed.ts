import { useCallback, useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { currentSession, store } from '../../attendance/attendance';
import { PAGE_PATH } from '../../strapi/plugin-id';
import { useSupervisionDesk } from '../follow/useSupervision';
import { FOLLOWED_PARAMETER, followedId } from './followed-id';

/** Keeps the followed interaction in the address, and the desk at what the address says; on a wall nothing is followed. */
export function useFollowed(isWall: boolean) {
  const desk = useSupervisionDesk();
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const id = followedId(query, isWall);
  const last = useRef<InteractionId | null>(null);

  useEffect(() => desk?.choose(id), [desk, id]);
  useEffect(() => () => desk?.choose(null), [desk]);

  const goOwn = useCallback(
    (own: InteractionId): void => {
      navigate(PAGE_PATH);
      void currentSession()?.open(own);
    },
    [navigate],
  );
  const follow = useCallback(
    (next: InteractionId): void => {
      // One's own is attended, and not followed.
      if (store.getState().interactions.has(next)) return goOwn(next);
      setQuery({ [FOLLOWED_PARAMETER]: String(next) });
    },
    [goOwn, setQuery],
  );
  const close = useCallback((): void => setQuery({}), [setQuery]);
  useEffect(() => {
    const before = last.current;
    last.current = id;
    // The focus goes back to the row of what was followed, where nothing else has taken it.
    if (id === null && before !== null && document.activeElement === document.body)
      document.querySelector<HTMLElement>(`[data-live-id="${before}"]`)?.focus();
  }, [id]);
  return { desk, id, follow, close, goOwn };
}
