import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { sqlOn } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sql-on';
import { createRetentionSteps } from '../../../plugins/attendance/server/src/adapters/retention/retention-steps';
import { findInteractions } from '../../../plugins/attendance/server/src/adapters/search/find-interactions';
import {
  openSearchIndex,
  readWords,
  unindex,
} from '../../../plugins/attendance/server/src/adapters/search/search-index';
import type { SearchIndex } from '../../../plugins/attendance/server/src/application/search/index-past';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { withSqlite } from '../../../plugins/attendance/server/src/adapters/database/sqlite/sqlite-connection';
import type { FoundPage, PastSearch } from '../../../plugins/attendance/server/src/application/search/search';
import { searchedPieces } from '../../../plugins/attendance/server/src/domain/search/search';
import { openMigratedDatabase, type SqliteDatabase } from '../../support/strapi/sqlite-database';

const NOW = 1_750_000_000_000;

let database: SqliteDatabase;
let index: SearchIndex;

beforeAll(async () => {
  database = await openMigratedDatabase();
});

beforeEach(async () => {
  await database.empty();
  await database.knex('attendance_search').delete();
  index = await openSearchIndex(database.knex);
});

afterAll(() => database.stop());

/** As they are stored when they are over. */
async function ended(count: number, text: string): Promise<void> {
  const { knex } = database;
  for (let one = 0; one < count; one += 1) {
    const [id] = (await knex('attendance_interactions').insert({
      site_id: 1,
      visitor_id: 1,
      status: 'ended',
      channel: 'chat',
      protocol_number: `2026-${one}`,
      waiting_since: NOW,
      ended_at: NOW + one,
    })) as [number];
    await knex('attendance_messages').insert({
      interaction_id: id,
      sequence: 1,
      side: 'visitor',
      body: text,
      sent_at: NOW,
    });
  }
}

/** Answers how many. */
async function indexSome(): Promise<number> {
  const ids = await index.missing();
  await index.add(await withSqlite(database.knex, (connection) => readWords(connection, ids)));
  return ids.length;
}

function find(
  text: string,
  { before, indexedUntil = NOW + 60_000 }: Partial<Pick<PastSearch, 'before' | 'indexedUntil'>> = {},
): Promise<FoundPage> {
  const pieces = searchedPieces(text, []);
  const search: PastSearch = {
    pieces,
    words: pieces.flatMap(({ number, words }) => (number === null ? words : [...words, number])),
    tagIds: [],
    openedBy: null,
    indexedUntil,
    before,
  };
  return withSqlite(database.knex, (connection) => findInteractions(connection, search));
}

describe('the index of what was written', () => {
  it('[A8] is read page by page, none twice and none left out', async () => {
    await ended(LIMITS.searchPage + 2, 'boleto');
    while ((await indexSome()) > 0);
    const first = await find('boleto');
    expect(first.hasMore).toBe(true);
    const second = await find('boleto', { before: first.interactions.at(-1)?.id });
    expect(second.hasMore).toBe(false);
    const ids = [...first.interactions, ...second.interactions].map(({ id }) => id);
    expect(ids).toHaveLength(LIMITS.searchPage + 2);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => other - one));
  });

  it.each([
    ['Ligue 98765-4321', '987654321'],
    ['Ligue (11) 98765-4321', '987654321'],
    ['Ligue 987654321', '98765-4321'],
    ['CPF 529.982.247-25', '52998224725'],
    ['Rua Straße 3', 'strasse'],
    ['Avenida Strasse 3', 'Straße'],
    ['o ﬁm da obra, Œuvre', 'fim oeuvre'],
  ])('[A8] finding C6: %j is found by %j, and shown', async (text, asked) => {
    await ended(1, text);
    await ended(1, 'Ligue 98765-4322, Estrada 5');
    await indexSome();
    const { interactions } = await find(asked);
    expect(interactions.map(({ excerpt }) => excerpt?.text)).toEqual([text]);
  });

  it('[Z77] is made a few at a time, the newest first, and says so until it is whole', async () => {
    await ended(12, 'boleto');
    expect(await find('boleto')).toMatchObject({ interactions: [], isIncomplete: true });
    expect(await indexSome()).toBe(10);
    const begun = await find('boleto');
    expect(begun.isIncomplete).toBe(true);
    expect(begun.interactions.map(({ protocolNumber }) => protocolNumber)).toEqual(
      Array.from({ length: 10 }, (_, one) => `2026-${11 - one}`),
    );
    expect(await indexSome()).toBe(2);
    expect(await find('boleto')).toMatchObject({ isIncomplete: false });
    expect((await find('boleto')).interactions).toHaveLength(12);
    expect(await indexSome()).toBe(0);
  });

  it('[Z77] does not miss what ended a moment ago', async () => {
    await ended(1, 'boleto');
    expect(await find('boleto', { indexedUntil: NOW })).toMatchObject({ isIncomplete: false });
    // Nobody asked for words: nothing can be missing.
    expect(await find('')).toMatchObject({ isIncomplete: false });
  });

  it('[Z77] is made anew where its rules changed', async () => {
    await ended(1, 'boleto');
    await indexSome();
    await database.knex('attendance_interactions').update({ search_version: 0 });
    index = await openSearchIndex(database.knex);
    expect(await find('boleto')).toMatchObject({ isIncomplete: true });
    await indexSome();
    expect((await find('boleto')).interactions).toHaveLength(1);
  });

  it('[Z77] passes over what retention took away while it was read', async () => {
    await ended(1, 'boleto');
    const ids = await index.missing();
    const read = await withSqlite(database.knex, (connection) => readWords(connection, ids));
    await database.knex('attendance_interactions').delete();
    await index.add(read);
    expect(await database.knex.raw('SELECT rowid FROM attendance_search')).toEqual([]);
  });

  it('[Z43, Z77] forgets what retention deletes', async () => {
    await ended(2, 'boleto');
    await indexSome();
    const rows = async () =>
      ((await database.knex.raw('SELECT rowid FROM attendance_search')) as unknown[]).length;
    expect(await rows()).toBe(2);
    const interactions = createRetentionSteps(sqlOn(database.knex), unindex).find(
      ({ name }) => name === 'interactions',
    );
    expect(await interactions?.purgeSome(NOW + 1)).toBe(1);
    expect(await rows()).toBe(1);
    expect((await find('boleto')).interactions).toHaveLength(1);
  });
});
