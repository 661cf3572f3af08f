import { useCallback, useEffect, useState } from 'react';

import type { Readable } from './readable';
import type { Outcome } from '../../strapi/request';
import { send } from './send';
import { share } from './shared';

export type Loaded<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly data: Data };

type Read = <Data>(path: string) => Promise<Outcome<Data>>;

const readAnew: Read = (path) => send('get', path);
const readShared: Read = <Data>(path: string) => share(path, () => readAnew<Data>(path));

/**
 * Returns the data of an admin route as it is stored now, and the function that asks for it again. It stays as it was read until
 * then: a page edits it, with its version.
 */
export function useLoaded<Path extends keyof Readable>(
  path: Path,
): readonly [Loaded<Readable[Path]>, () => void] {
  return useAnswer(path, readAnew);
}

/** Returns data to choose from or to name things by: read once for all that need it, until something is changed. */
export function useShared<Path extends keyof Readable>(path: Path): Loaded<Readable[Path]> {
  return useAnswer<Readable[Path]>(path, readShared)[0];
}

function useAnswer<Data>(path: string, read: Read): readonly [Loaded<Data>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<Data>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void read<Data>(path).then((outcome) => {
      if (isWanted) setLoaded(outcome.ok ? { state: 'ready', data: outcome.data } : { state: 'failed' });
    });
    return () => {
      isWanted = false;
    };
  }, [path, read, attempt]);
  const reload = useCallback(() => {
    setLoaded({ state: 'loading' });
    setAttempt((before) => before + 1);
  }, []);
  return [loaded, reload];
}
