import { describe, expect, it } from 'vitest';

import { isDecided, linesOf, toChoices } from '../../../../admin/src/model/merge-draft';
import { INITIAL_STATE } from '../../../../admin/src/model/state';
import { reduceFact } from '../../../../admin/src/model/reduce-facts';
import type { InteractionId, VisitorId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { ComparedVisitor } from '../../../../plugins/attendance/protocol/visitors/known-visitors';
import type { CustomField } from '../../../../plugins/attendance/protocol/tools/tools';
import { unite } from '../../../../plugins/attendance/server/src/domain/visitors/visitor-merge';

const visitor = (id: number, part: Partial<ComparedVisitor>): ComparedVisitor => ({
  id: id as VisitorId,
  name: '',
  email: '',
  phone: '',
  document: '',
  siteName: 'Loja',
  interactionCount: 1,
  lastContactAt: 1,
  fieldValues: {},
  isBlocked: false,
  ...part,
});
const fields = [{ id: 9 }, { id: 4 }] as unknown as readonly CustomField[];
const here = visitor(7, { name: 'Carla', email: 'CARLA@exemplo.com', fieldValues: { 4: 'ouro', 9: 'sim' } });
const other = visitor(3, {
  name: 'Carla Dias',
  email: 'carla@exemplo.com',
  phone: '1',
  fieldValues: { 4: 'prata' },
});

describe('two visitors side by side', () => {
  it('[Z73] has what either has, in the order of the screen, and what must be chosen', () => {
    const lines = linesOf(here, other, fields);
    expect(lines.map(({ isOpen, key }) => [key, isOpen])).toEqual([
      ['name', true],
      ['email', false],
      ['phone', false],
      ['9', false],
      ['4', true],
    ]);
    expect(lines[0]?.values).toEqual(['Carla', 'Carla Dias']);
    // Of two ways of writing it, that of the one with the lower number, as on the server.
    expect(lines[1]?.stays).toBe('carla@exemplo.com');
  });

  it('[Z73] is decided once everything open is, and asks the server for nothing else', () => {
    const lines = linesOf(here, other, fields);
    expect(isDecided(lines, new Map([['name', here.id]]))).toBe(false);
    const chosen = new Map([
      ['name', here.id],
      ['4', other.id],
      ['email', other.id],
    ]);
    expect(isDecided(lines, chosen)).toBe(true);
    const choices = toChoices(lines, chosen);
    expect(choices).toEqual({ name: here.id, fieldValues: { 4: other.id } });
    // What the screen takes for decided, the server does too.
    expect(unite(other, here, choices)).toMatchObject({
      fields: { name: 'Carla' },
      fieldValues: { 4: 'prata', 9: 'sim' },
    });
  });

  it('[Z73] what was told of a merge counts up, so that it is told and asked for once each', () => {
    const payload = { interactionId: 1 as InteractionId, visitor: here };
    const once = reduceFact(INITIAL_STATE, { type: 'visitor:merged', fact: payload, at: 1 });
    const twice = reduceFact(once, { type: 'visitor:merged', fact: payload, at: 2 });
    expect([once.lastMerge?.count, twice.lastMerge?.count]).toEqual([1, 2]);
  });
});
