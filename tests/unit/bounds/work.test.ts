import fc from 'fast-check';
import { expect, it } from 'vitest';

import { markWords } from '../../../admin/src/ui/format/mark-words';
import { blanksIn, cannedQueryIn } from '../../../admin/src/model/canned';
import { keyFrom } from '../../../admin/src/settings/departments/key-from';
import { initialsOf } from '../../../plugins/attendance/chat/initials';
import { extensionOf, FILE_TYPES } from '../../../plugins/attendance/protocol/shared/attachment-kinds';
import {
  faultOfCanned,
  fillCanned,
  firstNameOf,
} from '../../../plugins/attendance/protocol/shared/text/canned-text';
import { formatCpf, isCpf } from '../../../plugins/attendance/protocol/shared/text/cpf';
import { FIELD_TYPES, newField } from '../../../plugins/attendance/protocol/settings/form';
import { answerTo, faultOf } from '../../../plugins/attendance/protocol/rules/form-rules';
import { splitLinks } from '../../../plugins/attendance/protocol/shared/text/links';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { measureMessage } from '../../../plugins/attendance/protocol/rules/message-length';
import {
  findWords,
  searchWordsOf,
  wordsOf,
} from '../../../plugins/attendance/protocol/shared/text/search-words';
import {
  singleLineOf,
  textOf,
  textOrNothing,
  webAddress,
} from '../../../plugins/attendance/protocol/schemas/text';
import { emailSchema } from '../../../plugins/attendance/protocol/wire/visitor-events';
import {
  isConflict,
  phoneKeyOf,
  sharedKeyOf,
} from '../../../plugins/attendance/protocol/shared/visitor-keys';
import { cleanFileName } from '../../../plugins/attendance/server/src/domain/attachments/file-name';
import { isPlainText } from '../../../plugins/attendance/server/src/domain/search/plain-text';
import { readProtocolNumber } from '../../../plugins/attendance/server/src/domain/interactions/protocol-number';
import { excerptOf, searchedPieces } from '../../../plugins/attendance/server/src/domain/search/search';
import { beginningsOf, termsOf } from '../../../plugins/attendance/server/src/domain/visitors/visitor-terms';
import { maskCpf } from '../../../widget/app/form/mask-cpf';
import { matchesPath } from '../../../widget/sdk/match-path';
import { countWork } from '../../support/count-work';
import { propertyParameters } from '../../support/seed';

/** How often a function may look at each character of a text; one that looks at all of it from each looks thousands of times. */
const LOOKS = 1_000;
/** What a function may do beside that. */
const BESIDE = 20_000;

const CANNED = {
  'visitor.name': '',
  'visitor.firstName': '',
  'visitor.email': '',
  'agent.name': '',
  'interaction.protocol': '',
  'site.name': '',
};
const [PNG] = FILE_TYPES;

/** Every function that reads what somebody has typed, pasted, or named; a new one comes in here. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  splitLinks,
  findWords: (text) => findWords(text, searchWordsOf(text)),
  markWords: (text) => markWords(text, ['a']),
  excerptOf: (text) => excerptOf([{ source: 'message', text } as never], ['a']),
  searchedPieces: (text) => searchedPieces(text, [{ id: 1, name: text }]),
  wordsOf,
  beginningsOf,
  termsOf: (text) => termsOf({ name: text, email: text, phone: text, document: text }),
  keys: (text) => [sharedKeyOf('email', text), phoneKeyOf(text), isConflict('name', text, `${text}a`)],
  answers: (text) =>
    FIELD_TYPES.flatMap((type) => {
      const field = newField('a', type);
      return [answerTo(field, { a: text }), faultOf(field, { a: text })];
    }),
  email: (text) => emailSchema.safeParse(text),
  texts: (text) => [textOf(4_000), textOrNothing(4_000), singleLineOf(4_000)].map((of) => of.safeParse(text)),
  webAddress: (text) => webAddress(4_000).safeParse(`http://a/${text}`),
  measureMessage,
  cpf: (text) => [isCpf(text), formatCpf(text), maskCpf(text)],
  canned: (text) => [
    faultOfCanned(text),
    fillCanned(text, CANNED),
    firstNameOf(text),
    blanksIn(text, ['a', '[']),
    cannedQueryIn(text, text.length),
  ],
  cleanFileName: (text) => PNG && cleanFileName(text, PNG),
  extensionOf,
  isPlainText: (text) => isPlainText(text, text),
  readProtocolNumber,
  initials: (text) => initialsOf(text),
  keyFrom,
  matchesPath: (text) => matchesPath(`/*${text}*`, `/${text}${text}`),
};

const PIECES = [
  'http://', 'https://a', 'mailto:', 'tel:+1', '@', 'a@', '(', ')', '()', '.', '..', ',', '…', 'a', 'A1', '0', '-', '-a', ' ', '\n',
  '\t', '/', '/a', '\\', '?', '#', '%', '[', ']', '[[', '{{', '}}', '|', '"', '*', '_', ':', '://', 'xn--', '😀', '中', 'á', '\u0301',
  '\u0315', '\u202E', '\u200B', '\uD800', '\0', 'ﷺ', '55', '@echo',
]; // prettier-ignore

/** A few pieces, each many times over: what makes a pattern begin anew at every place. */
const nasty = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: LIMITS.messageCodePoints })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => {
    const room = Math.floor(LIMITS.messageCodePoints / parts.length);
    return parts.map(([piece, times]) => [...piece.repeat(times)].slice(0, room).join('')).join('');
  });

it('[Z107] [C7] finding A6: addresses are found by looking at each character a few times, whatever the text', () => {
  const text = `http://${'.'.repeat(2_000)}a${')'.repeat(1_900)}`;
  expect(countWork(() => splitLinks(text))).toBeLessThan(10 * text.length);
  fc.assert(
    fc.property(nasty, (typed) => {
      expect(countWork(() => splitLinks(typed))).toBeLessThanOrEqual(20 * typed.length + 100);
    }),
    propertyParameters('links of nasty texts', 300),
  );
});

it.each(Object.entries(READERS))('[Z107] finding A6: %s does no more for a nasty text', (name, read) => {
  fc.assert(
    fc.property(nasty, (typed) => {
      expect(countWork(() => read(typed))).toBeLessThanOrEqual(LOOKS * typed.length + BESIDE);
    }),
    propertyParameters(name, 20),
  );
});

it('[Z107] [C7] finding A6: what no server can be called leads nowhere, and what comes after it does', () => {
  const host = `${'中'.repeat(260)}.com`;
  expect(splitLinks(`http://${host}`)).toEqual([{ text: `http://${host}` }]);
  expect(splitLinks(`http://${host} http://b.com/`).flatMap(({ href }) => href ?? [])).toEqual([
    'http://b.com/',
  ]);
});
