import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitLinks } from '../../../plugins/attendance/protocol/shared/text/links';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { measureMessage } from '../../../plugins/attendance/protocol/rules/message-length';
import {
  countCodePoints,
  isVisibleText,
  toStorableText,
} from '../../../plugins/attendance/protocol/shared/text/plain-text';
import { textOf } from '../../../plugins/attendance/protocol/schemas/text';
import { findGap, heldThrough, mergeMessages } from '../../../plugins/attendance/protocol/rules/transcript';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import { emailSchema } from '../../../plugins/attendance/protocol/wire/visitor-events';
import { propertyParameters } from '../../support/seed';

const links = (text: string): string[] => splitLinks(text).flatMap(({ href }) => href ?? []);

describe('links', () => {
  it.each([
    ['veja https://a.example/x?y=1.', ['https://a.example/x?y=1']],
    ['(http://a.example) e mailto:a@b.co', ['http://a.example', 'mailto:a@b.co']],
    ['https://pt.example/Foo_(bar)', ['https://pt.example/Foo_(bar)']],
    ['tel:+55(11)91234-5678', ['tel:+55(11)91234-5678']],
    ['javascript:alert(1) data:text/html,x vbscript:x file:///etc', []],
    ['JAVASCRIPT://%0aalert(1) xhttps://', []],
    ['<a href="https://a.example">', ['https://a.example']],
  ])('[C7] in %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('[C7] whatever the text: joined pieces are the text, and each address leads to an allowed scheme', () => {
    const pieces = fc.constantFrom(
      'https://',
      'javascript:',
      'mailto:',
      'a@b.co',
      ' ',
      ')',
      '(',
      '.',
      'tel:+551',
      '"',
      '<',
      'é',
      '😀',
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (typed) => {
        const split = splitLinks(typed);
        expect(split.map((piece) => piece.text).join('')).toBe(typed);
        for (const { href } of split)
          if (href !== undefined) expect(new URL(href).protocol).toMatch(/^(https?|mailto|tel):$/);
      }),
      propertyParameters('links', 10_000),
    );
  });
});

describe('texts', () => {
  it('[C1] count code points, not units', () => {
    expect(countCodePoints('a😀é')).toBe(3);
    expect(measureMessage('😀'.repeat(LIMITS.messageCodePoints))).toMatchObject({
      isOver: false,
      isSendable: true,
    });
    expect(measureMessage(`${'😀'.repeat(LIMITS.messageCodePoints)}x`)).toMatchObject({
      isOver: true,
      isSendable: false,
    });
  });

  it('[Z2] [C1] what is accepted can be stored, is within the limit, and can be seen', () => {
    const schema = textOf(20);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 45 }), (typed) => {
        const parsed = schema.safeParse(typed);
        if (!parsed.success) {
          expect(countCodePoints(typed) > 20 || !isVisibleText(toStorableText(typed))).toBe(true);
          return;
        }
        expect(parsed.data.isWellFormed()).toBe(true);
        expect(parsed.data).not.toContain('\u0000');
        expect(countCodePoints(parsed.data)).toBeLessThanOrEqual(20);
        expect(schema.parse(parsed.data)).toBe(parsed.data);
      }),
      propertyParameters('texts', 10_000),
    );
  });

  it('[Z12] judge 50 kB of a hostile e-mail within 5 ms', () => {
    for (const hostile of [`${'a@'.repeat(25_000)}b`, `${'a'.repeat(50_000)}@`, `a@${'b.'.repeat(25_000)}`]) {
      const startedAt = performance.now();
      expect(emailSchema.safeParse(hostile).success).toBe(false);
      expect(performance.now() - startedAt).toBeLessThan(5);
    }
  });
});

describe('a transcript', () => {
  const message = (sequence: number): Message => ({
    sequence,
    sentAt: sequence,
    side: 'system',
    line: { kind: 'agent-ended' },
  });

  it('[C3] [K2] whatever arrives, in whatever order and how often: once each, ascending, and the gap is found', () => {
    const arrivals = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(arrivals, (batches) => {
        let held: readonly Message[] = [];
        for (const batch of batches) held = mergeMessages(held, batch.map(message));
        const expected = [...new Set(batches.flat())].sort((left, right) => left - right);
        expect(held.map(({ sequence }) => sequence)).toEqual(expected);
        const [first] = expected;
        const missing =
          first === undefined ? undefined : expected.find((sequence) => !expected.includes(sequence + 1));
        expect(heldThrough(held)).toBe(missing ?? 0);
        expect(findGap(held, 12)).toBe(missing === 12 ? null : (missing ?? 0));
      }),
      propertyParameters('transcript', 10_000),
    );
  });
});
