import { describe, expect, it } from 'vitest';

import { isConflict, keyOf, sharedKeyOf } from '../../../plugins/attendance/protocol/shared/visitor-keys';
import { beginningsOf, termsOf } from '../../../plugins/attendance/server/src/domain/visitors/visitor-terms';

const NOBODY = { name: '', email: '', phone: '', document: '' };

describe('what tells two visitors to be one', () => {
  it.each([
    ['email', ' Carla@Exemplo.COM', 'carla@exemplo.com'],
    ['phone', '+55 (11) 94002-8922', '011 94002 8922'],
    ['phone', '0055 11 4002-8922', '1140028922'],
    ['document', '123.456.789-09', '12345678909'],
    ['document', 'MG-12.345.678', 'mg 12345678'],
  ] as const)('[Z72] %s: %s is %s', (field, one, other) => {
    expect(sharedKeyOf(field, one)).toBe(sharedKeyOf(field, other));
    expect(sharedKeyOf(field, one)).not.toBeNull();
    expect(isConflict(field, one, other)).toBe(false);
  });

  it.each([
    ['phone', '+351 912 345 678', '912 345 678'],
    // A Portuguese number that begins with 55 after its own country's code is no Brazilian one.
    ['phone', '+351 55 912 345', '912345'],
    ['document', '123.456.789-09', '123.456.789-10'],
    ['email', 'carla@exemplo.com', 'carla@exemplo.com.br'],
  ] as const)('[Z72] %s: %s is not %s', (field, one, other) => {
    expect(sharedKeyOf(field, one)).not.toBe(sharedKeyOf(field, other));
    expect(isConflict(field, one, other)).toBe(true);
  });

  it.each([
    ['email', '@'],
    ['email', 'carla'],
    ['phone', '0800'],
    ['phone', 'ligue'],
    ['document', '1234'],
  ] as const)('[Z72] %s: %s is too little', (field, value) => {
    expect(sharedKeyOf(field, value)).toBeNull();
  });

  it('[Z73] what one of the two lacks is no conflict, and two ways of writing a name are none', () => {
    expect(isConflict('name', '', 'Carla')).toBe(false);
    expect(isConflict('name', 'CARLA  conceição', 'Carla Conceicao')).toBe(false);
    expect(isConflict('name', 'Carla', 'Carla Conceição')).toBe(true);
    // Nothing of them can be compared: they are two.
    expect(isConflict('name', '!!', '??')).toBe(true);
    expect(keyOf('name', '李小龍')).toBe('李小龍');
  });
});

describe('what a visitor is found by', () => {
  it('[Z70] has each value once, as it is compared', () => {
    const terms = termsOf({
      name: 'Carla Conceição',
      email: 'carla.dias@exemplo.com',
      phone: '+55 11 94002-8922',
      document: '123.456.789-09',
    });
    expect(terms).toEqual([
      { kind: 'email', term: 'carla.dias@exemplo.com' },
      { kind: 'phone', term: '11940028922' },
      { kind: 'document', term: '12345678909' },
      ...['carla', 'conceicao', 'dias', '5511940028922', '940028922'].map((term) => ({ kind: 'word', term })),
    ]);
  });

  it('[Z70] is nothing of nobody, and bounded whatever a page sends', () => {
    expect(termsOf(NOBODY)).toEqual([]);
    const endless = termsOf({ ...NOBODY, name: 'a b c d '.repeat(30), email: `${'x.'.repeat(120)}@y` });
    expect(endless.length).toBeLessThan(24);
    for (const { term } of endless) expect(term.length).toBeLessThanOrEqual(120);
  });
});

describe('what a search asks for', () => {
  it.each([
    ['carla dias', [['carla'], ['dias']]],
    // The longest first: it has the fewest.
    ['  Sá  Conceição ', [['conceicao'], ['sa']]],
    ['carla.d', [['carla'], ['d']]],
    ['carla@ex', [['carla@ex']]],
    ['(11) 94002-8922', [['11940028922', '940028922']]],
    ['+55 11 94002', [['551194002']]],
    ['123.456', [['123456']]],
  ])('[Z70] %s', (text, beginnings) => {
    expect(beginningsOf(text)).toEqual(beginnings);
  });

  it.each(['', ' ', 'a', '-', '%', '7'])('[Z70] %s says too little', (text) => {
    expect(beginningsOf(text)).toBeNull();
  });
});
