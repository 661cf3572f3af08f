import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contrastNotes } from '../../../../admin/src/settings/appearance/contrast-notes';
import { formatRelative } from '../../../../admin/src/ui/format/relative-time';
import { policyOf, snippetOf } from '../../../../admin/src/settings/install/snippet';
import { isWrongWithin } from '../../../../admin/src/settings/parts/problems';
import { moved } from '../../../../admin/src/settings/parts/reorder';
import { readOrigins } from '../../../../admin/src/settings/sites/origins';
import { siteSettingsSchema } from '../../../../plugins/attendance/protocol/settings/site';
import { propertyParameters } from '../../../support/seed';

const ORIGINS = siteSettingsSchema.shape.origins;

describe('allowed origins', () => {
  it.each([
    ['https://www.loja.com.br', null, null],
    ['http://localhost:1338', null, null],
    ['www.loja.com.br', 'scheme', 'https://www.loja.com.br'],
    ['https://www.loja.com.br/', 'path', 'https://www.loja.com.br'],
    ['https://loja.com.br/produtos?a=1', 'path', 'https://loja.com.br'],
    ['HTTPS://Loja.com.br', 'path', 'https://loja.com.br'],
    ['https://loja.com.br:443', 'path', 'https://loja.com.br'],
    ['https://*.loja.com.br', 'wildcard', null],
    ['https://', 'invalid', null],
    ['https://a b', 'invalid', null],
  ] as const)('[F5] says of %s what is wrong, and what was probably meant', (text, fault, suggestion) => {
    expect(readOrigins([` ${text} `, ''])).toEqual([{ text, fault, suggestion }]);
  });

  it('[F5] [Z38] finds fault with a line exactly where the server does, and suggests nothing that it would refuse', () => {
    const pieces = fc.constantFrom(
      'https://',
      'http://',
      'loja.com',
      'LOJA',
      ':8080',
      ':443',
      '/',
      '*',
      '.',
      ' ',
      '[::1]',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        const [line] = readOrigins([parts.join('')]);
        if (line === undefined) return;
        expect(line.fault === null, line.text).toBe(ORIGINS.safeParse([line.text]).success);
        if (line.suggestion !== null) expect(ORIGINS.safeParse([line.suggestion]).success).toBe(true);
      }),
      propertyParameters('origins', 2_000),
    );
  });
});

describe('contrast', () => {
  it('[F1] says which ink is written on the colour, and that another shade stands in where it could not be read', () => {
    const [brand, light, dark] = contrastNotes('#ffd400') ?? [];
    expect(brand).toMatchObject({ fore: '#000000', isEnough: true, isAdjusted: false });
    expect(light).toMatchObject({ isAdjusted: true, isEnough: true });
    expect(light?.ratio).toBeLessThan(4.5);
    expect(dark).toMatchObject({ isAdjusted: false, fore: '#ffd400' });
    expect(contrastNotes('#4945f')).toBeNull();
  });

  it('[F1] promises of every colour that what is shown can be read', () => {
    const colours = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colours, (colour) => {
        expect(contrastNotes(colour)?.every(({ isEnough }) => isEnough)).toBe(true);
      }),
      propertyParameters('contrast notes', 2_000),
    );
  });
});

describe('the line of installation', () => {
  it('[F6] names the site, and language and department where they are wished for', () => {
    expect(snippetOf('https://strapi.loja.com', 'loja', { locale: null, department: null })).toBe(
      '<script async src="https://strapi.loja.com/api/attendance/widget.js" data-site="loja"></script>',
    );
    expect(snippetOf('https://strapi.loja.com', 'loja', { locale: 'es', department: 'vendas' })).toContain(
      ' data-site="loja" data-locale="es" data-department="vendas"></script>',
    );
  });

  it('[W2] goes with the three sources that a policy has to allow', () => {
    expect(policyOf('https://s.com')).toBe(
      'script-src https://s.com; connect-src https://s.com; frame-src https://s.com',
    );
  });
});

it.each([
  [0, 'agora'],
  [59_000, 'agora'],
  [-5_000, 'agora'],
  [61_000, 'há 1 minuto'],
  [3 * 3_600_000, 'há 3 horas'],
  [25 * 3_600_000, 'ontem'],
  [72 * 3_600_000, 'há 3 dias'],
])('[F6] tells how long ago it was seen: %i ms', (age, words) => {
  expect(formatRelative(1_764_000_000_000 - age, 1_764_000_000_000, 'pt-BR')).toBe(words);
});

it('moves an entry of a list, and nothing to a place that is none', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

it('[Z38] knows what is wrong inside of a place, and not beside it', () => {
  const problems = new Map([['form.fields.1.channels', 'too_small']]);
  expect(isWrongWithin(problems, 'form.fields.1')).toBe(true);
  expect(isWrongWithin(problems, 'form.fields.10')).toBe(false);
});
