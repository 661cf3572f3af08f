import { describe, expect, it } from 'vitest';

import {
  blanksIn,
  cannedQueryIn,
  offeredIn,
  searchCanned,
  textOfParts,
} from '../../../../admin/src/model/canned';
import { faultOfValue } from '../../../../admin/src/model/field-value';
import type { CannedResponse } from '../../../../plugins/attendance/protocol/tools/tools';
import { id } from '../builders';

const response = (shortcut: string, title: string, body = 'texto', departmentId = null): CannedResponse => ({
  id: id(shortcut.length),
  version: 0,
  shortcut,
  title,
  body,
  departmentId,
});

describe('what is looked for by /', () => {
  it.each([
    ['/fre', 4, { from: 0, query: 'fre' }],
    ['Oi /fre', 7, { from: 3, query: 'fre' }],
    ['Oi\n/', 4, { from: 3, query: '' }],
    ['Oi /bom dia', 11, { from: 3, query: 'bom dia' }],
    ['/fre', 2, { from: 0, query: 'f' }],
    ['e/ou', 4, null],
    ['1 / 2', 5, null],
    ['https://x', 9, null],
    ['/a/b', 4, null],
    ['', 0, null],
  ])('[C8] in %j with the caret at %i is %j', (text, caret, query) => {
    expect(cannedQueryIn(text, caret)).toEqual(query);
  });

  it('[C8] finds by shortcut first, then by words of the title, then anywhere; without accents', () => {
    const all = [
      response('zz', 'Outro', 'o prêço é dez'),
      response('troca', 'Preço da troca'),
      response('preço-frete', 'Frete'),
      response('preço', 'Valor'),
    ];
    expect(searchCanned(all, 'PRECO').map(({ shortcut }) => shortcut)).toEqual([
      'preço',
      'preço-frete',
      'troca',
      'zz',
    ]);
    expect(searchCanned(all, 'troca preco').map(({ shortcut }) => shortcut)).toEqual(['troca']);
    expect(searchCanned(all, 'nada')).toEqual([]);
    expect(searchCanned(all, ' ')).toEqual(all);
  });

  it('[C8] offers those of the interaction’s department and those for all', () => {
    const all = [response('a', 'A'), { ...response('bb', 'B'), departmentId: id(3) }];
    expect(offeredIn(all, { department: null }).map(({ shortcut }) => shortcut)).toEqual(['a']);
    expect(offeredIn(all, { department: { id: id(3), key: 'x', name: 'X' } })).toEqual(all);
  });

  it('[Z48] what is not known stands marked in the text, and is found there', () => {
    const text = textOfParts(
      [
        { kind: 'text', text: 'Olá ' },
        { kind: 'blank', variable: 'visitor.name' },
      ],
      () => 'nome do cliente',
    );
    expect(text).toBe('Olá [[nome do cliente]]');
    expect(blanksIn(text, ['nome do cliente'])).toEqual([{ label: 'nome do cliente', from: 4, to: 23 }]);
    expect(blanksIn('Olá [[outra coisa]]', ['nome do cliente'])).toEqual([]);
  });
});

describe('what a typed value does not look like', () => {
  it.each([
    ['number', '1.234,56', null],
    ['number', '1,234.56', null],
    ['number', '-3', null],
    ['number', 'uns três', 'number'],
    ['date', '2026-02-28', null],
    ['date', '2026-02-30', 'date'],
    ['date', 'ontem', 'date'],
    ['text', 'qualquer coisa', null],
    ['number', ' ', null],
  ] as const)('[A4] %s %j: %j', (type, value, fault) => {
    expect(faultOfValue(type, value)).toBe(fault);
  });
});
