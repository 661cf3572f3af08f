import type { Steps } from '../../plugins/attendance/server/src/application/steps';

/** What retention takes out of a search where there is none: nothing. */
export function* noSearch(): Steps<void> {}
