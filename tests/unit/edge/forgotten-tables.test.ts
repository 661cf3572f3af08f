import { describe, expect, it } from 'vitest';

import {
  OF_A_VISITOR,
  OF_AN_INTERACTION,
} from '../../../plugins/attendance/server/src/adapters/retention/retention-steps';
import { DEADLINES } from '../../../plugins/attendance/server/src/adapters/attending/deadline-table';
import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';
import { MOVED_WITH_A_VISITOR } from '../../../plugins/attendance/server/src/adapters/visitors/moved-rows';
import { contentTypes } from '../../../plugins/attendance/server/src/content-types';

/** Every `table.attribute` of the plugin that satisfies the condition. */
const attributes = (isWanted: (name: string) => boolean): string[] =>
  Object.values(contentTypes)
    .flatMap(({ schema }) =>
      Object.keys(schema.attributes)
        .filter(isWanted)
        .map((name) => `${schema.collectionName}.${toColumn(name)}`),
    )
    .sort();

const toColumn = (attribute: string): string =>
  attribute.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const columnsOf = (rows: readonly { readonly table: string; readonly column: string }[]): string[] =>
  rows.map(({ column, table }) => `${table}.${column}`);

describe('what nobody may forget who adds a table or a column', () => {
  it('[P4] every deadline is moved by the time for which the service was away', () => {
    const others = [
      // Until a date that an admin gave: it comes whether the service was there or not [A10].
      `${TABLE.blocks}.until`,
    ];
    const deadlines = attributes((name) => /(^u|U)ntil$|^lostAt$/.test(name));
    expect([...columnsOf(Object.values(DEADLINES)), ...others].sort()).toEqual(deadlines);
  });

  it('[G2] every table of an interaction’s rows is emptied with it', () => {
    const others = [
      // Freed with the agent’s end, before retention may look at it [R2].
      `${TABLE.slots}.interaction_id`,
      // Purged once their interaction is gone, with the files [Z58].
      `${TABLE.attachments}.interaction_id`,
      // Figures and names alone: they outlive the conversation [Z143].
      `${TABLE.reportRows}.interaction_id`,
      `${TABLE.reportAssignments}.interaction_id`,
      `${TABLE.reportTags}.interaction_id`,
    ];
    const named = columnsOf(OF_AN_INTERACTION).filter((column) => column.endsWith('.interaction_id'));
    expect([...named, ...others].sort()).toEqual(attributes((name) => name === 'interactionId'));
  });

  it('[G2] every table of a visitor’s rows is emptied with them', () => {
    const others = [
      // A visitor with interactions is not deleted.
      `${TABLE.interactions}.visitor_id`,
    ];
    expect([...columnsOf(OF_A_VISITOR), ...others].sort()).toEqual(
      attributes((name) => name === 'visitorId'),
    );
  });

  it('[Z73] every column that names a visitor names whom they become after a merge', () => {
    const others = [
      // Made anew of what is known of the one.
      `${TABLE.visitorTerms}.visitor_id`,
    ];
    expect([...columnsOf(MOVED_WITH_A_VISITOR), ...others].sort()).toEqual(
      attributes((name) => ['visitorId', 'personId', 'mergedInto'].includes(name)),
    );
  });
});
