import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  findWords,
  isSignsAlone,
  searchWordsOf,
  wordsOf,
  writtenWordsOf,
} from '../../../plugins/attendance/protocol/shared/text/search-words';
import { foldText } from '../../../plugins/attendance/protocol/shared/visitor-keys';

const found = (text: string, asked: string): string[] =>
  findWords(text, searchWordsOf(asked)).map(([start, end]) => text.slice(start, end));

describe('where the words of a search stand', () => {
  it.each([
    ['Não recebi o Boleto da ação', 'acao boleto', ['Boleto', 'ação']],
    ['Segunda via do boleto: BOLETOS', 'bol', ['bol', 'BOL']],
    // At the beginning of a word, and nowhere else.
    ['o embolado', 'bola', []],
    ['pedido nº 2026-000123', '000', ['000']],
    // Accents that stand by themselves belong to their letter.
    ['cafe\u0301 da manha\u0303', 'cafe manha', ['cafe\u0301', 'manha\u0303']],
    ['cafe\u0301zinho', 'cafe', ['cafe\u0301']],
    ['🙂 olá 🙂', 'ola', ['olá']],
    ['ﬁnal', 'fi', ['ﬁ']],
    ['Οδυσσέας', 'οδυσσεας', ['Οδυσσέας']],
    ['nada disto', '', []],
    // Finding C6: numbers are found without their marks, and with others.
    ['liga 98765-4321 já', '987654321', ['98765-4321']],
    ['(11) 98765-4321', '9876543', ['98765-43']],
    ['CPF 529.982.247-25.', '52998224725', ['529.982.247-25']],
    ['52998224725', '529.982.247-25', ['52998224725']],
    ['1 2 3', '23', ['2 3']],
    // As are letters that a keyboard lacks.
    ['Hauptstraße 3', 'strasse', []],
    ['Straße 3', 'strasse', ['Straße']],
    ['Œuvre, Æther, Łódź, Søren', 'oeuvre aether lodz soren', ['Œuvre', 'Æther', 'Łódź', 'Søren']],
    ['100% de _desconto_', '100 desconto', ['100', 'desconto']],
  ])('[A8] of %j, %j marks %j', (text, asked, marked) => {
    expect(found(text, asked)).toEqual(marked);
  });

  it('[A8] takes the longest of several beginnings', () => {
    expect(found('boletos', 'bol boleto')).toEqual(['boleto']);
  });

  it('[A8] marks pieces of the text that begin with the word, in order and apart, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        (text, asked) => {
          const words = searchWordsOf(asked);
          let last = 0;
          for (const [start, end] of findWords(text, words)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
            const piece = text.slice(start, end);
            // One sign may hold letters with marks around and between them, as 🄩 and ㎮ do, which are compared as “(z)” and “rad∕s”: it
            // is marked whole.
            const [sign = ''] = piece;
            const marked = [...foldText(sign).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) =>
              foldText(piece).slice(index),
            );
            const begins = (word: string) =>
              marked.some((each) => each.startsWith(word) || each.replace(/\D/g, '').startsWith(word));
            expect(words.some(begins)).toBe(true);
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
      {
        numRuns: 10_000,
        examples: [
          ['🄩', '𝐙 𐀀'],
          ['㎮', '𝙎 𑐐'],
        ],
      },
    );
  });

  it('[A8] finds every word of a text that is searched by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const word of new Set(wordsOf(text)))
          expect(findWords(text, [word]).length, `${word} in ${text}`).toBeGreaterThan(0);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('what a text is found by', () => {
  it('[A8] finding C6: holds its numbers without their marks, from each group on', () => {
    expect(writtenWordsOf('Fone (11) 98765-4321')).toEqual([
      'fone',
      '11',
      '98765',
      '4321',
      '11987654321',
      '987654321',
    ]);
  });

  it('[A8] finding C6: grows with its length alone', () => {
    expect(writtenWordsOf('1 '.repeat(2_000)).length).toBeLessThan(4_001);
  });

  it.each(['%', '😀', ' "* -- '])('[A8] finding C6: %j asks for nothing that can be found', (text) => {
    expect(isSignsAlone(text)).toBe(true);
  });

  it.each(['', ' ', 'm', '7'])('[A8] %j is not signs alone', (text) => {
    expect(isSignsAlone(text)).toBe(false);
  });
});
