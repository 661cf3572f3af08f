import { expect, it } from 'vitest';

import { caretAfter, maskCpf } from '../../../../widget/app/form/mask-cpf';

it.each([
  ['', ''],
  ['5', '5'],
  ['529', '529'],
  ['5299', '529.9'],
  ['529982247', '529.982.247'],
  ['5299822472', '529.982.247-2'],
  ['52998224725', '529.982.247-25'],
  ['529.982.247-25999', '529.982.247-25'],
  ['a5b2c9', '529'],
])('[F2] a CPF typed as %j reads %j', (typed, masked) => {
  expect(maskCpf(typed)).toBe(masked);
});

it('[F2] the caret stays after the digit it stood after', () => {
  expect([0, 1, 3, 4, 9, 10].map((digits) => caretAfter('529.982.247-25', digits))).toEqual([
    0, 1, 3, 5, 11, 13,
  ]);
});
