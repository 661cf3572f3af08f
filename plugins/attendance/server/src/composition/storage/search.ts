import type { Core } from '@strapi/strapi';

import { openSearchIndex } from '../../adapters/search/search-index';
import { every } from '../../application/every';
import { createIndexing } from '../../application/search/index-past';
import type { Clock } from '../../application/clock';
import { createInteractionSearch, type InteractionSearch } from '../../application/search/search';
import type { TagStore } from '../../application/tools/tools';
import { openReadWorker } from './reading';

/** Interval of checks for interactions that ended, in ms. */
const INDEX_MS = 1_000;

export interface SearchSide {
  readonly search: InteractionSearch;
  stop(): Promise<void>;
}

/** Finding past interactions [A8]: the index, its upkeep, and the thread that reads it. */
export async function openSearch(
  strapi: Core.Strapi,
  { clock, tags }: { readonly clock: Clock; readonly tags: Pick<TagStore, 'all'> },
): Promise<SearchSide> {
  const index = await openSearchIndex(strapi.db.connection);
  const readWorker = openReadWorker(strapi);
  const bringUpToDate = createIndexing({
    index,
    wordsOf: (ids) => readWorker.read('interactions:words', ids),
    elapsed: () => performance.now(),
  });
  const stopIndexing = every(INDEX_MS, bringUpToDate, (fault) => {
    strapi.log.error('attendance: what ended could not be indexed', { fault: String(fault) });
  });
  return {
    search: createInteractionSearch(
      {
        search: (search) => readWorker.read('interactions:search', search),
        holders: (openedBy) => readWorker.read('interactions:holders', openedBy),
      },
      { clock, tags: tags.all },
    ),
    stop: async () => {
      await Promise.all([stopIndexing(), readWorker.stop()]);
    },
  };
}
