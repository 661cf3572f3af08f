import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';

import { ptBR } from '../../../../admin/src/i18n/pt-BR';
import type { Translate } from '../../../../admin/src/i18n/useTexts';
import { markWords } from '../../../../admin/src/ui/format/mark-words';
import { MARK } from '../../../../admin/src/ui/styles/mark-colours';
import { formatRelative } from '../../../../admin/src/ui/format/relative-time';
import { placeNotes } from '../../../../admin/src/model/selectors/place-notes';
import { targetOf } from '../../../../admin/src/search/results/find-target';
import {
  contactFound,
  isTeams,
  displayedExcerpt,
  writerOf,
} from '../../../../admin/src/search/results/found-texts';
import {
  countFilters,
  NO_FILTER,
  toQuery,
  type SearchFilter,
} from '../../../../admin/src/desks/search-filter';
import {
  EMPTY_SEARCH,
  isStale,
  reduceSearch,
  type SearchAction,
  type SearchState,
} from '../../../../admin/src/desks/search-state';
import type { Excerpt } from '../../../../plugins/attendance/protocol/search/search';
import type { Note } from '../../../../plugins/attendance/protocol/tools/tools';
import { contrast } from '../../../../widget/colour/accent';
import { fromVisitor, id } from '../builders';
import { found, page } from './search-builders';

const intl = createIntl({ locale: 'pt-BR', messages: ptBR });
const t: Translate = (key, values) => String(intl.formatMessage({ id: key }, values));
const excerpt = (overrides: Partial<Excerpt>): Excerpt => ({
  of: 'message',
  side: 'visitor',
  agentName: '',
  sequence: 3,
  text: 'meu pedido',
  ...overrides,
});
const after = (...actions: readonly SearchAction[]): SearchState =>
  actions.reduce(reduceSearch, EMPTY_SEARCH);
const idsOf = ({ found: list }: SearchState) => (list ?? []).map((each) => Number(each.id));
const answered = (
  asking: 'first' | 'more' | 'again',
  numbers: readonly number[],
  hasMore = false,
): SearchAction => ({ type: 'answered', asking, text: '', answer: page(numbers, hasMore) });

describe('what a search asks', () => {
  /** A Wednesday afternoon, by the clock of whoever looks. */
  const now = new Date(2026, 10, 25, 15, 30).getTime();
  const midnight = (month: number, day: number) => new Date(2026, month, day).getTime();
  const asked = (filter: Partial<SearchFilter>, text = '') =>
    toQuery(text, { ...NO_FILTER, ...filter }, { now });

  it('[A8] without words and filters asks for all', () => {
    expect(asked({})).toEqual({ text: '', tagIds: [] });
  });

  it.each([
    ['today', midnight(10, 25)],
    ['week', midnight(10, 19)],
    ['month', midnight(9, 27)],
  ] as const)('[A8] %s begins at a midnight of the browser, today among its days', (period, from) => {
    expect(asked({ period })).toEqual({ text: '', tagIds: [], from });
  });

  it('[A8] a period of one’s own holds both of its days, and is open where none is given', () => {
    expect(asked({ period: 'own', from: '2026-11-02', to: '2026-11-03' })).toMatchObject({
      from: midnight(10, 2),
      until: midnight(10, 4),
    });
    expect(asked({ period: 'own', to: '2026-11-03' })).toEqual({
      text: '',
      tagIds: [],
      until: midnight(10, 4),
    });
    expect(asked({ period: 'own' })).toEqual({ text: '', tagIds: [] });
  });

  it('[A8] the days of another period count for nothing, and a year that is being typed is no fault', () => {
    expect(asked({ period: 'any', from: '2026-11-02' })).not.toHaveProperty('from');
    expect(asked({ period: 'own', from: '0002-11-02' })).toMatchObject({ from: 0 });
  });

  it('[A8] words, channel, tags, agent and the last one that is there', () => {
    const filter = { ...NO_FILTER, channel: 'voice' as const, tagIds: [id(4), id(5)], agentId: id(7) };
    expect(toQuery('  Árvore ', filter, { now, before: id(31) })).toEqual({
      text: 'Árvore',
      channel: 'voice',
      tagIds: [4, 5],
      agentId: 7,
      before: 31,
    });
  });

  it.each<[Partial<SearchFilter>, number]>([
    [{}, 0],
    [{ period: 'own' }, 0],
    [{ period: 'own', to: '2026-11-03' }, 1],
    [{ period: 'today', channel: 'chat', tagIds: [id(1), id(2)], agentId: id(3) }, 4],
  ])('[A8] counts the filters in force: %j', (filter, count) => {
    expect(countFilters({ ...NO_FILTER, ...filter })).toBe(count);
  });
});

describe('what was found', () => {
  it('[A8] [Z86] stays in sight while something else is asked for, and makes room for its answer', () => {
    const asking = after(answered('first', [9, 8]), { type: 'asked', asking: 'first' });
    expect(idsOf(asking)).toEqual([9, 8]);
    expect(asking.progress).toBe('asking');
    const done = reduceSearch(asking, answered('first', [5]));
    expect(idsOf(done)).toEqual([5]);
    expect(done).toMatchObject({ progress: 'idle', round: 2 });
  });

  it('[A8] [Z86] is stale from the first key on, until the answer to it or the old words again', () => {
    const held = after({ type: 'asked', asking: 'first' }, answered('first', [9]));
    expect(isStale(held)).toBe(false);
    const typing = reduceSearch(held, { type: 'typed', text: 'pra' });
    expect(isStale(typing)).toBe(true);
    expect(isStale(reduceSearch(typing, { type: 'typed', text: ' ' }))).toBe(false);
    const asking = reduceSearch(typing, { type: 'asked', asking: 'first' });
    expect(isStale(asking)).toBe(true);
    expect(isStale(reduceSearch(asking, answered('first', [])))).toBe(false);
  });

  it('[A8] the next page stands after the last, each interaction once', () => {
    const state = after(answered('first', [9, 8], true), answered('more', [8, 7]));
    expect(idsOf(state)).toEqual([9, 8, 7]);
    expect(state).toMatchObject({ hasMore: false, round: 1 });
  });

  it('[A8] looked at again, newer ones stand above and the older pages stay', () => {
    const state = after(
      answered('first', [9, 8], true),
      answered('more', [7, 6], true),
      answered('again', [10, 9], true),
    );
    expect(idsOf(state)).toEqual([10, 9, 8, 7, 6]);
    expect(state).toMatchObject({ hasMore: true, round: 1 });
    // What is missing in the page that came is no more.
    expect(idsOf(reduceSearch(state, answered('again', [10, 8], true)))).toEqual([10, 8, 7, 6]);
    const whole = after(answered('first', [9, 8]), answered('again', [10, 9], true));
    expect(idsOf(whole)).toEqual([10, 9, 8]);
    expect(whole.hasMore).toBe(false);
  });

  it('[A8] looked at again after so long that there is a gap, it begins anew', () => {
    const state = after(answered('first', [9, 8], true), answered('again', [30, 29], true));
    expect(idsOf(state)).toEqual([30, 29]);
  });

  it('[A8] a refusal keeps what was found; looking again in vain says nothing', () => {
    const held = after(answered('first', [9]));
    expect(reduceSearch(held, { type: 'refused', asking: 'first' })).toMatchObject({ progress: 'failed' });
    expect(reduceSearch(held, { type: 'refused', asking: 'more' })).toMatchObject({
      progress: 'failed-more',
    });
    const again = reduceSearch(held, { type: 'refused', asking: 'again' });
    expect(again).toMatchObject({ progress: 'idle' });
    expect(idsOf(again)).toEqual([9]);
  });

  it('[A8] what is read stays as it was chosen, with its words, whatever is found next', () => {
    const first: SearchAction = { ...answered('first', [9, 8]), text: 'Pedido' } as SearchAction;
    const state = after(first, { type: 'chosen', id: id(8) }, answered('first', [3]));
    expect(state.chosen).toMatchObject({ interaction: { id: 8 }, words: ['pedido'] });
    expect(reduceSearch(state, { type: 'chosen', id: null }).chosen).toBeNull();
  });

  it('[A8] one letter alone is looked for by nobody, and marked nowhere', () => {
    expect(after({ ...answered('first', [9]), text: 'a' } as SearchAction).words).toEqual([]);
  });
});

describe('where the words stand', () => {
  it.each<[string, readonly string[], string]>([
    ['Não chegou a encomenda', ['encom'], 'Não chegou a [encom]enda'],
    ['AÇÃO e acao', ['acao'], '[AÇÃO] e [acao]'],
    ['desencomenda', ['encom'], 'desencomenda'],
    ['sem palavras', [], 'sem palavras'],
    ['', ['a'], ''],
  ])('[A8] marks beginnings in "%s"', (text, words, marked) => {
    const pieces = markWords(text, words);
    expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text);
    expect(pieces.map(({ isMarked, text: piece }) => (isMarked ? `[${piece}]` : piece)).join('')).toBe(
      marked,
    );
  });

  it.each(['light', 'dark'] as const)('[A7] the mark is read well in the %s theme', (mode) => {
    expect(contrast(MARK[mode].ink, MARK[mode].background)).toBeGreaterThanOrEqual(7);
    expect(contrast(MARK[mode].edge, MARK[mode].background)).toBeGreaterThanOrEqual(2);
  });

  it.each<[Partial<Excerpt>, string, boolean]>([
    [{}, 'Carla', false],
    [{ side: 'agent', agentName: 'Ana' }, 'Ana', false],
    [{ side: 'agent' }, 'Atendente', false],
    [{ of: 'file-name' }, 'Carla', false],
    [{ of: 'note', side: 'agent', agentName: 'Bruno' }, 'Nota de Bruno', true],
    [{ of: 'note', side: 'agent' }, 'Nota', true],
    [{ of: 'closing-note', side: 'agent' }, 'Observação ao encerrar', true],
    [{ of: 'field' }, 'Resposta no formulário', false],
    [{ of: 'field', side: 'agent' }, 'Campo', true],
  ])('[C9] says who wrote it, and what the team alone sees: %j', (overrides, writer, isOfTeam) => {
    const one = excerpt(overrides);
    expect(writerOf(one, found(1).visitor, t)).toBe(writer);
    expect(isTeams(one)).toBe(isOfTeam);
  });

  it('[A8] of the visitor, what has words that the name lacks, unless they were written', () => {
    const visitor = {
      id: id(1),
      name: 'Carla Dias',
      email: 'carla@exemplo.com',
      phone: '(11) 98888-7777',
      document: '',
    };
    expect(contactFound({ visitor, excerpt: null }, ['carla'])).toEqual([]);
    expect(contactFound({ visitor, excerpt: null }, ['carla', '98888'])).toEqual(['(11) 98888-7777']);
    expect(contactFound({ visitor, excerpt: null }, ['exemplo'])).toEqual(['carla@exemplo.com']);
    expect(contactFound({ visitor, excerpt: excerpt({}) }, ['exemplo'])).toEqual([]);
    expect(contactFound({ visitor, excerpt: null }, [])).toEqual([]);
    // Typed into the form, it became the visitor's own.
    const typed = excerpt({ of: 'field', sequence: null, text: visitor.email });
    expect(displayedExcerpt({ visitor, excerpt: typed })).toBeNull();
    expect(contactFound({ visitor, excerpt: typed }, ['exemplo'])).toEqual(['carla@exemplo.com']);
    expect(displayedExcerpt({ visitor, excerpt: { ...typed, text: 'Pedido 4711' } })).not.toBeNull();
  });
});

describe('the transcript around what was found', () => {
  const note = (number: number, body: string, writtenAt: number): Note => ({
    id: id(number),
    interactionId: id(9),
    agentId: id(7),
    agentName: 'Ana',
    body,
    writtenAt,
    clientNoteId: `note-${number}`,
  });
  const lines = [fromVisitor(2), fromVisitor(3)];
  const chosen = (one: Excerpt | null) => ({
    interaction: found(9, { excerpt: one }),
    words: ['prazo'],
  });

  it('[A8] the line that was found is known by its sequence, a note by what it says', () => {
    const notes = [note(1, 'prazo curto', 5), note(2, 'combinado o\n prazo de 3 dias', 6)];
    expect(targetOf({ lines, notes }, chosen(excerpt({ sequence: 3 })))).toBe(lines[1]);
    expect(targetOf({ lines, notes }, chosen(excerpt({ of: 'file-name', sequence: 2 })))).toBe(lines[0]);
    const cut = excerpt({ of: 'note', sequence: null, text: '…o prazo de 3 dias' });
    expect(targetOf({ lines, notes }, chosen(cut))).toBe(notes[1]);
    expect(targetOf({ lines, notes }, chosen(excerpt({ of: 'closing-note', sequence: null })))).toBe(
      undefined,
    );
    expect(targetOf({ lines, notes }, chosen(null))).toBe(undefined);
  });

  it('[C9] notes from after the newest line wait for the page that is theirs', () => {
    const [first, last] = [fromVisitor(1, 'a', 100), fromVisitor(2, 'b', 200)];
    const notes = [note(1, 'x', 150), note(2, 'y', 900)];
    expect(placeNotes([first, last], notes, true)).toEqual([first, notes[0], last]);
    expect(placeNotes([first, last], notes)).toEqual([first, notes[0], last, notes[1]]);
  });
});

it.each([
  [45, 'há 45 dias'],
  [70, 'há 2 meses'],
  [500, 'há 16 meses'],
  [800, 'há 2 anos'],
])('[A8] %i days ago are told in words that mean something', (days, words) => {
  expect(formatRelative(1_764_000_000_000 - days * 86_400_000, 1_764_000_000_000, 'pt-BR')).toBe(words);
});
