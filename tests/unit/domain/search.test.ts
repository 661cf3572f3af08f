import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { findWords } from '../../../plugins/attendance/protocol/shared/text/search-words';
import { countCodePoints } from '../../../plugins/attendance/protocol/shared/text/plain-text';
import { protocolNumberOf } from '../../../plugins/attendance/server/src/domain/interactions/protocol-number';
import {
  excerptOf,
  searchedPieces,
  type SearchableText,
} from '../../../plugins/attendance/server/src/domain/search/search';

const TAGS = [
  { id: 1, name: 'Troca e devolução' },
  { id: 2, name: 'Boleto' },
];

describe('what a search asks for', () => {
  it('[A8] may be found as a visitor, as what was written, or as a tag, piece by piece', () => {
    expect(searchedPieces('Maria devolução', TAGS)).toEqual([
      { words: ['maria'], number: null, beginnings: [['maria']], tagIds: [], numbered: null },
      { words: ['devolucao'], number: null, beginnings: [['devolucao']], tagIds: [1], numbered: null },
    ]);
    expect(searchedPieces('bol', TAGS)[0]?.tagIds).toEqual([2]);
  });

  it('[A8] an address is one piece of a visitor, and several words of what was written', () => {
    expect(searchedPieces('maria@x.com', [])).toEqual([
      {
        words: ['maria', 'x', 'com'],
        number: null,
        beginnings: [['maria@x.com']],
        tagIds: [],
        numbered: null,
      },
    ]);
  });

  it.each([
    ['2026-000123', '2026-000123'],
    ['2026000123', '2026-000123'],
    ['2026/123', '2026-000123'],
    ['2026 123', '2026-000123'],
    ['#2026-000123', '2026-000123'],
    ['2026-1234567', '2026-1234567'],
  ])('[A8, Z11] %s is the protocol number %s', (text, number) => {
    const id = Number(number.slice(5));
    expect(searchedPieces(text, [])).toMatchObject([{ numbered: { id, protocolNumber: number } }]);
    // And as it is made.
    expect(protocolNumberOf(id, Date.UTC(2026, 5, 1))).toBe(number);
  });

  it.each(['123', 'pedido-2026-12x', '11 98765-4321'])('[A8] %s is no protocol number', (text) => {
    expect(searchedPieces(text, []).every(({ numbered }) => numbered === null)).toBe(true);
  });

  it.each(['', ' ', '%', '_ " *', 'm', 'a b'])('[A8] %j says too little to ask for anything', (text) => {
    expect(searchedPieces(text, TAGS)).toEqual([]);
  });

  it('[A8] what holds no letter is passed over beside what does', () => {
    expect(searchedPieces('boleto -- "', []).map(({ words }) => words)).toEqual([['boleto']]);
  });
});

describe('numbers', () => {
  it.each([
    ['98765-4321', '987654321'],
    ['529.982.247-25', '52998224725'],
    ['(11) 98765 4321', '11987654321'],
  ])('[A8] finding C6: %s is asked for as %s too', (text, number) => {
    expect(searchedPieces(text, []).map((piece) => piece.number)).toEqual([number]);
  });

  it('[A8] finding C6: one without marks is shown where it stands with them', () => {
    const written = [message('sem número', 3), message('liga 98765-4321, por favor', 2)];
    expect(excerptOf(written, ['987654321'])?.sequence).toBe(2);
  });
});

const message = (text: string, sequence = 1): SearchableText => ({
  of: 'message',
  side: 'visitor',
  agentName: '',
  sequence,
  text,
});

describe('what is shown of where the words stand', () => {
  it('[A8] is where most of them stand, and the first of several', () => {
    const written = [message('boleto', 9), message('boleto vencido', 5), message('vencido o boleto', 4)];
    expect(excerptOf(written, ['boleto', 'vencido'])?.sequence).toBe(5);
    expect(excerptOf(written, ['boleto'])?.sequence).toBe(9);
    expect(excerptOf(written, ['pix'])).toBeNull();
    expect(excerptOf([], ['pix'])).toBeNull();
  });

  it('[A8] is a short text whole, in one line', () => {
    expect(excerptOf([message('bom dia,\n\n  meu  boleto?')], ['boleto'])?.text).toBe('bom dia, meu boleto?');
  });

  it('[A8] is cut between words around the first of them', () => {
    const far = `${'palavra '.repeat(60)}boleto ${'depois '.repeat(60)}`;
    const shown = excerptOf([message(far)], ['boleto'])?.text ?? '';
    expect(shown).toMatch(/^…(palavra )+boleto (depois ?)+…$/);
  });

  it('[A8] never passes its length by more than its dots, and always shows the word', () => {
    const gap = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(gap, gap, (before, after) => {
        const text = excerptOf([message(`${before} boleto ${after}`)], ['boleto'])?.text ?? '';
        expect(countCodePoints(text)).toBeLessThanOrEqual(LIMITS.excerptCodePoints + 2);
        expect(findWords(text, ['boleto'])).not.toEqual([]);
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
