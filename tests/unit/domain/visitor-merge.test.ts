import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FIELD_TARGETS } from '../../../plugins/attendance/protocol/shared/field-targets';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { isConflict } from '../../../plugins/attendance/protocol/shared/visitor-keys';
import {
  keptOf,
  unite,
  type MergingVisitor,
} from '../../../plugins/attendance/server/src/domain/visitors/visitor-merge';
import { propertyParameters } from '../../support/seed';

const [KEPT, GONE, STRANGER] = [1, 2, 3] as unknown as readonly VisitorId[] as [
  VisitorId,
  VisitorId,
  VisitorId,
];
const visitor = (id: VisitorId, fields: Partial<MergingVisitor> = {}): MergingVisitor => ({
  id,
  name: '',
  email: '',
  phone: '',
  document: '',
  fieldValues: {},
  ...fields,
});

describe('two who become one', () => {
  it('[Z73] fill each other, in data and in fields of one’s own', () => {
    const kept = visitor(KEPT, { name: 'Carla', fieldValues: { 4: 'ouro' } });
    const gone = visitor(GONE, { email: 'carla@exemplo.com', fieldValues: { 4: 'ouro', 9: 'sim' } });
    expect(unite(kept, gone, { fieldValues: {} })).toEqual({
      fields: { name: 'Carla', email: 'carla@exemplo.com', phone: '', document: '' },
      fieldValues: { 4: 'ouro', 9: 'sim' },
    });
  });

  it('[Z73] take what was chosen where they differ, and are refused where nobody chose one of the two', () => {
    const kept = visitor(KEPT, { name: 'Carla', fieldValues: { 4: 'ouro' } });
    const gone = visitor(GONE, { name: 'Carla Dias', fieldValues: { 4: 'prata' } });
    expect(unite(kept, gone, { name: KEPT, fieldValues: { 4: GONE } })).toMatchObject({
      fields: { name: 'Carla' },
      fieldValues: { 4: 'prata' },
    });
    expect(unite(kept, gone, { name: KEPT, fieldValues: {} })).toBeNull();
    expect(unite(kept, gone, { fieldValues: { 4: KEPT } })).toBeNull();
    expect(unite(kept, gone, { name: STRANGER, fieldValues: { 4: KEPT } })).toBeNull();
  });

  it('[Z73] whoever was known first keeps their number', () => {
    expect(keptOf(GONE, KEPT)).toEqual([KEPT, GONE]);
    expect(keptOf(KEPT, GONE)).toEqual([KEPT, GONE]);
  });

  it('[Z73] nothing that was said of either is lost but by a choice, whatever was said', () => {
    const text = fc.oneof(
      fc.constant(''),
      fc.constantFrom('Carla', 'CARLA', '11 94002-8922', 'a@b.co'),
      fc.string(),
    );
    const person = fc.record({ name: text, email: text, phone: text, document: text });
    fc.assert(
      fc.property(person, person, fc.boolean(), (one, other, takesKept) => {
        const [kept, gone] = [visitor(KEPT, one), visitor(GONE, other)];
        const chosen = takesKept ? KEPT : GONE;
        const choices = Object.fromEntries(FIELD_TARGETS.map((field) => [field, chosen]));
        const united = unite(kept, gone, { ...choices, fieldValues: {} });
        for (const field of FIELD_TARGETS) {
          const differ = isConflict(field, kept[field], gone[field]);
          const wanted = differ ? (takesKept ? kept : gone)[field] : kept[field] || gone[field];
          expect(united?.fields[field]).toBe(wanted);
        }
        const needsNone = FIELD_TARGETS.every((field) => !isConflict(field, kept[field], gone[field]));
        expect(unite(kept, gone, { fieldValues: {} }) !== null).toBe(needsNone);
      }),
      propertyParameters('merge', 10_000),
    );
  });
});
