import type { Knex } from 'knex';

import type { RatingStore } from '../application/ratings';
import { createGroupCommit } from './group-commit';
import { toStored } from './interaction-rows';
import { findRow } from './interaction-select';
import { toRatingColumns } from './rating-rows';
import { updateRow } from './sqlite-connection';
import { TABLE } from './tables';

export function createRatingStore(knex: Knex): RatingStore {
  const commit = createGroupCommit(knex);
  return {
    change: (id, decide) =>
      commit((connection) => {
        const row = findRow(connection, id);
        if (row === null) return { ok: false, code: 'not_found' };
        const stored = toStored(row);
        const rating = decide(stored.interaction, stored.rating);
        if (rating === null) return { ok: false, code: 'conflict' };
        const revision = stored.revision + 1;
        updateRow(connection, TABLE.interactions, id, { ...toRatingColumns(rating), revision });
        return { ok: true, data: { ...stored, rating, revision } };
      }),
  };
}
