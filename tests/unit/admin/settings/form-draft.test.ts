import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  conditionSources,
  duplicateField,
  moveField,
  newPartId,
  removeField,
} from '../../../../admin/src/settings/form/form-draft';
import { copyLabel } from '../../../../admin/src/settings/form/form-labels';
import { PRESETS, presetField } from '../../../../admin/src/settings/form/presets';
import { problemsOf } from '../../../../admin/src/settings/parts/problems';
import {
  FORM_OFF,
  formSchema,
  newField,
  type FormField,
} from '../../../../plugins/attendance/protocol/settings/form';
import { propertyParameters } from '../../../support/seed';

const label = (text: string) => ({ 'pt-BR': text, en: '', es: '' });
const field = (id: string, overrides: Partial<FormField> = {}): FormField => ({
  ...newField(id, 'text'),
  label: label(id),
  ...overrides,
});
const isClient = field('is-client', { type: 'checkbox' });
const code = field('code', { condition: { fieldId: 'is-client', equals: 'true' } });
const name = field('name', { target: 'name' });
const ids = (fields: readonly FormField[]) => fields.map(({ id }) => id);
const formOf = (fields: readonly FormField[]) => ({ ...FORM_OFF, isOn: true, fields: [...fields] });

describe('moving a field', () => {
  it('[F2] puts it elsewhere, and leaves the others in their order', () => {
    const moved = moveField([name, isClient, code], 0, 2);
    expect(moved.ok && ids(moved.fields)).toEqual(['is-client', 'code', 'name']);
  });

  it.each([
    ['the dependent one up', 2, 1],
    ['the one it depends on down', 1, 2],
  ])('[Z37] is refused where a field would come before the one that it depends on: %s', (_, from, to) => {
    expect(moveField([name, isClient, code], from, to)).toEqual({
      ok: false,
      dependent: code,
      source: isClient,
    });
  });

  it('[Z37] never makes a form that the server would refuse, whatever is moved where', () => {
    const fields = [
      isClient,
      code,
      name,
      field('a', { type: 'checkbox' }),
      field('b', { condition: { fieldId: 'a', equals: 'true' } }),
    ];
    const places = fc.integer({ min: 0, max: fields.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(places, places), { maxLength: 20 }), (moves) => {
        let form: readonly FormField[] = fields;
        for (const [from, to] of moves) {
          const outcome = moveField(form, from, to);
          if (outcome.ok) form = outcome.fields;
        }
        expect(ids(form).toSorted()).toEqual(ids(fields).toSorted());
        expect(problemsOf(formSchema, formOf(form)).size).toBe(0);
      }),
      propertyParameters('moved fields', 1_000),
    );
  });
});

it('[Z37] asks always what depended on a field that is taken away', () => {
  const left = removeField([isClient, code], 'is-client');
  expect(left).toEqual([{ ...code, condition: null }]);
});

it('[F2] duplicates a field right after it, with words of its own and no value of the visitor', () => {
  const fields = duplicateField([name, code], 'name', { id: 'twin', label: copyLabel });
  expect(ids(fields)).toEqual(['name', 'twin', 'code']);
  expect(fields[1]).toMatchObject({ target: null, label: { 'pt-BR': 'name (cópia)', en: '' } });
  expect(problemsOf(formSchema, formOf([fields[0] ?? name, fields[1] ?? name])).size).toBe(0);
});

it('[F2] lets a field depend on choices and check-boxes before it, and on nothing else', () => {
  const plan = field('plan', { type: 'choice' });
  expect(ids(conditionSources([name, plan, code, isClient], 'code'))).toEqual(['plan']);
});

it('[F2] makes ids that no part of the form has yet', () => {
  const draws = [0, 0, 0.5];
  const taken = `f${'0'.repeat(6)}`;
  const id = newPartId({ fields: [field(taken)] }, () => draws.shift() ?? 0.9);
  expect(id).not.toBe(taken);
  expect(formSchema.safeParse(formOf([field(id)])).success).toBe(true);
});

describe('the palette', () => {
  let next = 0;
  const newId = () => `id${(next += 1)}`;

  it('[F2] offers every type, and what it makes needs at most a label', () => {
    const fields = PRESETS.reduce<readonly FormField[]>(
      (all, preset) => [...all, presetField(preset, all, newId)],
      [],
    );
    expect(new Set(fields.map(({ type }) => type)).size).toBe(7);
    const faults = [...problemsOf(formSchema, formOf(fields)).values()];
    expect(new Set(faults)).toEqual(new Set(['no-label']));
  });

  it('[A4] fills a value of the visitor only once', () => {
    const first = presetField('email', [], newId);
    expect(first.target).toBe('email');
    expect(presetField('email', [first], newId).target).toBeNull();
  });
});

it('[Z38] says of each faulty field what the server would, by a code', () => {
  const fields = [field('a', { label: label('') }), field('b', { type: 'choice' }), field('c')];
  expect(problemsOf(formSchema, formOf(fields))).toEqual(
    new Map([
      ['fields.0', 'no-label'],
      ['fields.1', 'few-options'],
    ]),
  );
});
