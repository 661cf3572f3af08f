import { describe, expect, it } from 'vitest';

import {
  changesBetween,
  MASKED,
  secretsGiven,
} from '../../../plugins/attendance/server/src/domain/audit/audit';

describe('what changed', () => {
  it('[Z40] is told field by field, and only where it differs', () => {
    const before = { id: 1, version: 3, name: 'Loja', appearance: { colour: '#000000', offsetX: 20 } };
    const after = { id: 1, version: 4, name: 'Loja', appearance: { colour: '#ffffff', offsetX: 20 } };
    expect(changesBetween(before, after)).toEqual([
      { field: 'appearance.colour', before: '#000000', after: '#ffffff' },
    ]);
  });

  it.each<[string, unknown, unknown, unknown]>([
    ['what was made', null, { name: 'Vendas' }, [{ field: 'name', before: null, after: 'Vendas' }]],
    ['what was deleted', { name: 'Vendas' }, null, [{ field: 'name', before: 'Vendas', after: null }]],
    [
      'a list of values as one field',
      { origins: ['a', 'b'] },
      { origins: ['b'] },
      [{ field: 'origins', before: 'a, b', after: 'b' }],
    ],
    [
      'an item by its key, wherever it stands',
      { fields: [{ key: 'cpf', label: 'CPF' }] },
      {
        fields: [
          { key: 'age', label: 'Idade' },
          { key: 'cpf', label: 'C.P.F.' },
        ],
      },
      [
        { field: 'fields[cpf].label', before: 'CPF', after: 'C.P.F.' },
        { field: 'fields[age].key', before: null, after: 'age' },
        { field: 'fields[age].label', before: null, after: 'Idade' },
      ],
    ],
    [
      'an item without one by its place',
      { a: [{ x: 1 }] },
      { a: [{ x: 2 }] },
      [{ field: 'a[1].x', before: 1, after: 2 }],
    ],
    ['emptied text as nothing', { note: 'x' }, { note: '' }, [{ field: 'note', before: 'x', after: null }]],
    ['false as something', { isOn: true }, { isOn: false }, [{ field: 'isOn', before: true, after: false }]],
    ['nothing where nothing differs', { a: { b: [1, 2] } }, { a: { b: [1, 2] } }, []],
  ])('[Z40] tells %s', (_, before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes);
  });

  it('[Z40] never holds a secret, wherever it stands', () => {
    const secrets = { jitsi: { signingKey: 'marker' }, apiToken: 'marker', hooks: [{ secret: 'marker' }] };
    const changes = changesBetween(null, secrets);
    expect(JSON.stringify(changes)).not.toContain('marker');
    expect(changes.map(({ after }) => after)).toEqual([MASKED, MASKED, MASKED]);
  });

  it('[Z40] tells a secret that was set, and one that was cleared, but not one that was left', () => {
    const request = { direct: { turnSecret: null }, jitsi: { signingKey: 'marker', hasSigningKey: true } };
    expect(secretsGiven(request)).toEqual([
      { field: 'direct.turnSecret', before: null, after: null },
      { field: 'jitsi.signingKey', before: null, after: MASKED },
    ]);
    expect(secretsGiven({ jitsi: { signingKey: undefined } })).toEqual([]);
  });

  it('[Z40] stays small', () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, index]));
    expect(changesBetween(null, wide).length).toBeLessThanOrEqual(80);
    const [{ after } = { after: '' }] = changesBetween(null, { text: '😀'.repeat(5_000) });
    expect(String(after).length).toBeLessThanOrEqual(301);
    expect(String(after).isWellFormed()).toBe(true);
  });
});
