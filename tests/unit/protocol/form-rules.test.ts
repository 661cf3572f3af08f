import { describe, expect, it } from 'vitest';

import { triggerSchema } from '../../../plugins/attendance/protocol/settings/appearance';
import { formatCpf, isCpf } from '../../../plugins/attendance/protocol/shared/text/cpf';
import {
  FIELD_TYPES,
  FORM_OFF,
  formSchema,
  newField,
  type Form,
  type FormField,
} from '../../../plugins/attendance/protocol/settings/form';
import {
  answerTo,
  askedFields,
  faultOf,
  faultsIn,
  isFormNeeded,
} from '../../../plugins/attendance/protocol/rules/form-rules';
import { EMAIL } from '../../../plugins/attendance/protocol/shared/text/email-address';
import { emailSchema } from '../../../plugins/attendance/protocol/settings/form-answers';
import { EMPTY_LOCALIZED, localized } from '../../../plugins/attendance/protocol/shared/text/localized';

const say = (text: string) => ({ ...EMPTY_LOCALIZED, 'pt-BR': text });
const field = (id: string, type: FormField['type'], overrides: Partial<FormField> = {}): FormField => ({
  ...newField(id, type),
  label: say(id),
  ...overrides,
});
const OPTIONS = ['troca', 'outro'].map((value) => ({ value, label: say(value) }));
const formOf = (...fields: FormField[]): Form => ({ ...FORM_OFF, isOn: true, fields });

describe('an answer', () => {
  it.each<[FormField['type'], string, ReturnType<typeof faultOf>]>([
    ['text', 'Carla', null],
    ['text', 'x'.repeat(200), null],
    ['text', '😀'.repeat(201), 'too-long'],
    ['long-text', `uma\n${'x'.repeat(1_996)}`, null],
    ['long-text', 'x'.repeat(2_001), 'too-long'],
    ['email', ' carla@exemplo.com ', null],
    ['email', 'carla@exemplo', 'invalid'],
    ['email', '<carla@exemplo.com>', 'invalid'],
    ['phone', '+55 (11) 98765-4321', null],
    ['phone', '123456', null],
    ['phone', '12345', 'invalid'],
    ['phone', '----------', 'invalid'],
    ['phone', 'onze nove', 'invalid'],
    ['cpf', '529.982.247-25', null],
    ['cpf', '52998224725', null],
    ['cpf', '529.982.247-26', 'invalid'],
    ['choice', 'troca', null],
    ['choice', 'venda', 'invalid'],
    ['checkbox', 'true', null],
    ['checkbox', 'yes', 'invalid'],
  ])('[F2] of type %s, %j: %s', (type, answer, fault) => {
    const one = field('a', type, { isRequired: true, options: type === 'choice' ? OPTIONS : [] });
    expect(faultOf(one, { a: answer })).toBe(fault);
  });

  it.each(FIELD_TYPES)('[F2] of type %s is missed where it is required alone', (type) => {
    for (const nothing of [{}, { a: '' }, { a: ' \n' }, { a: '\u200b\u2060' }]) {
      expect(faultOf(field('a', type, { isRequired: true }), nothing)).toBe('required');
      expect(faultOf(field('a', type), nothing)).toBeNull();
    }
  });

  it.each(['constructor', 'valueof', '__proto__'])(
    '[F2] [Z12] named %s is not what every object has',
    (id) => {
      expect(faultOf(field(id, 'text', { isRequired: true }), {})).toBe('required');
    },
  );

  it('[F2] is kept as one line, but for a long text, and a CPF as people write it', () => {
    expect(answerTo(field('a', 'text'), { a: ' Carla \n Souza\u0000 ' })).toBe('Carla Souza');
    expect(answerTo(field('a', 'long-text'), { a: ' uma\r\noutra ' })).toBe('uma\noutra');
    expect(answerTo(field('a', 'cpf'), { a: '52998224725' })).toBe('529.982.247-25');
    expect(answerTo(field('a', 'cpf'), { a: '123' })).toBe('123');
  });

  it.each([
    'carla@exemplo.com',
    'a.b+c@sub.exemplo.com.br',
    'carla@@exemplo.com',
    '@x.com',
    'a@b.co\nBcc: x@y.com',
  ])('[F2] an e-mail as the offline form takes it: %j', (email) => {
    const fault = faultOf(field('a', 'email', { isRequired: true }), { a: email });
    // One line is made of several before it is judged.
    if (!email.includes('\n')) expect(fault === null).toBe(emailSchema.safeParse(email).success);
    else expect(fault).toBe('invalid');
  });

  it.each([
    'a@b..cc',
    'a@b.cc.',
    'a@.b.cc',
    'a..b@c.cc',
    '.a@b.cc',
    'a.@b.cc',
    'a@-b.cc',
    'a@b',
    'a@b.c',
    'a\u0007b@c.cc',
    `${'a'.repeat(65)}@b.cc`,
    `a@${'b'.repeat(64)}.cc`,
  ])('[F2] [Z27] finding A18: %j is no address, in a form, for a message and for a transcript', (email) => {
    expect(EMAIL.test(email)).toBe(false);
    expect(emailSchema.safeParse(email).success).toBe(false);
    // The form leaves control characters out before it judges.
    const answer = email.replace('\u0007', '@');
    expect(faultOf(field('a', 'email'), { a: answer })).toBe('invalid');
  });

  it.each([
    'a@b.cc',
    "o'neil+x_y-z@sub.exemplo.com.br",
    'josé@café.com.br',
    'a.b.c@1.2.cc',
    '用户@例子.公司',
  ])('[F2] [Z27] finding A18: %s is one everywhere', (email) => {
    expect(emailSchema.safeParse(email).success).toBe(true);
    expect(faultOf(field('a', 'email'), { a: email })).toBeNull();
  });

  it.each([
    ['phone', '\u202A+55 11 91234\u20115678\u202C', '+55 11 91234-5678'],
    ['phone', 'tel:+55-11-91234-5678', '+55-11-91234-5678'],
    ['phone', 'TEL:+551130001234;ext=12;phone-context=+55', '+551130001234 ext. 12'],
    ['phone', '＋５５（１１）９１２３４－５６７８', '+55(11)91234-5678'],
    ['phone', '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '+966 50 123 4567'],
    ['phone', '(11) 3000\u22121234 – 1235', '(11) 3000-1234 - 1235'],
    ['phone', '11\u00a03000\u202f1234', '11 3000 1234'],
    ['phone', '\uFEFF11 3000-1234 ramal 12', '11 3000-1234 ramal 12'],
    ['phone', '030/1234567 x9', '030/1234567 x9'],
    ['phone', '+1 212-555-0100 ext. 4', '+1 212-555-0100 ext. 4'],
    ['phone', '3000 1234 #12', '3000 1234 #12'],
    ['email', '\u200Bmailto:carla@exemplo.com\u200B', 'carla@exemplo.com'],
    ['email', 'ｃａｒｌａ＠exemplo.com', 'carla@exemplo.com'],
    ['cpf', '\u202A529.982.247\u201125\u202C', '529.982.247-25'],
    ['cpf', '５２９９８２２４７２５', '529.982.247-25'],
  ] as const)('[F2] [Z123] finding B8: the %s %j, as it is pasted, is kept as %s', (type, pasted, kept) => {
    const one = field('a', type, { isRequired: true });
    expect(faultOf(one, { a: pasted })).toBeNull();
    expect(answerTo(one, { a: pasted })).toBe(kept);
  });

  it.each([
    'tel:',
    'ramal 12',
    '1234-567 ramal',
    '+55 11 91234-5678 casa',
    'tel:+55;ext=1',
    `1${' '.repeat(40)}23456`,
  ])('[F2] [Z123] finding B8: %j is no phone, and stays as it was typed', (typed) => {
    expect(faultOf(field('a', 'phone'), { a: typed })).toBe(typed.includes('   ') ? null : 'invalid');
  });

  it('[F2] of the longest that is looked at is judged at once', () => {
    for (const type of ['email', 'phone', 'cpf'] as const) {
      const startedAt = performance.now();
      for (const worst of ['a@', '1-', '((', '..'])
        expect(faultOf(field('a', type), { a: worst.repeat(100) })).not.toBeNull();
      expect(performance.now() - startedAt).toBeLessThan(100);
    }
  });
});

describe('a CPF', () => {
  it.each(['529.982.247-25', '52998224725', '111.444.777-35', '123.456.789-09', '000.000.001-91'])(
    '[F2] %s is one',
    (cpf) => expect(isCpf(cpf)).toBe(true),
  );

  it.each([
    '529.982.247-24',
    '529.982.247-35',
    '52998224752',
    '5299822472',
    '529982247255',
    '529-982-247.25',
    '000.000.000-00',
    '999.999.999-99',
    '',
    '５２９９８２２４７２５',
  ])('[F2] %s is none', (cpf) => expect(isCpf(cpf)).toBe(false));

  it('[F2] is written with dots and hyphen', () => {
    expect(formatCpf('52998224725')).toBe('529.982.247-25');
    expect(formatCpf('529.982.247-25')).toBe('529.982.247-25');
  });
});

describe('which fields are asked', () => {
  const form = formOf(
    field('assunto', 'choice', { options: OPTIONS }),
    field('pedido', 'text', { condition: { fieldId: 'assunto', equals: 'troca' }, isRequired: true }),
    field('foto', 'checkbox', { condition: { fieldId: 'assunto', equals: 'troca' }, channels: ['chat'] }),
    field('qual', 'text', { condition: { fieldId: 'foto', equals: 'true' } }),
    field('camera', 'text', { channels: ['video'], isRequired: true }),
  );
  const idsOf = (channel: 'chat' | 'video', answers: Record<string, string>) =>
    askedFields(form, channel, answers).map(({ id }) => id);

  it.each<['chat' | 'video', Record<string, string>, string[]]>([
    ['chat', {}, ['assunto']],
    ['chat', { assunto: 'outro' }, ['assunto']],
    ['chat', { assunto: 'troca' }, ['assunto', 'pedido', 'foto']],
    ['chat', { assunto: 'troca', foto: 'true' }, ['assunto', 'pedido', 'foto', 'qual']],
    ['chat', { assunto: 'outro', foto: 'true' }, ['assunto']],
    ['video', { assunto: 'troca', foto: 'true' }, ['assunto', 'pedido', 'camera']],
  ])('[F2] on %s, with %j: %j', (channel, answers, ids) => {
    expect(idsOf(channel, answers)).toEqual(ids);
  });

  it('[F2] none, where the form is off; and what is not asked is not missed', () => {
    expect(askedFields({ ...form, isOn: false }, 'chat', {})).toEqual([]);
    expect([...faultsIn(form, 'chat', {})]).toEqual([]);
    expect([...faultsIn(form, 'video', { assunto: 'troca' })]).toEqual([
      ['pedido', 'required'],
      ['camera', 'required'],
    ]);
  });

  it('[F2] [Z31] what is known is not missed; of a known visitor a form with nothing to tell is not needed', () => {
    const named = formOf(field('quem', 'text', { isRequired: true, target: 'name' }), field('nota', 'text'));
    expect([...faultsIn(named, 'chat', {}).keys()]).toEqual(['quem']);
    expect([...faultsIn(named, 'chat', {}, ['name']).keys()]).toEqual([]);
    expect(isFormNeeded(named, 'chat', [], false)).toBe(true);
    expect(isFormNeeded(named, 'chat', [], true)).toBe(true);
    expect(isFormNeeded(named, 'chat', ['name'], true)).toBe(false);
    expect(isFormNeeded({ ...named, isOn: false }, 'chat', [], false)).toBe(false);
    const consent = { isOn: true, needsCheck: true, text: say('Concordo.'), version: 1 };
    expect(isFormNeeded({ ...named, consent }, 'chat', ['name'], true)).toBe(true);
  });
});

describe('the definition of a form', () => {
  const choice = field('assunto', 'choice', { options: OPTIONS });
  it.each<[string, Form]>([
    ['one id twice', formOf(field('a', 'text'), field('a', 'email'))],
    ['a field without a label', formOf(field('a', 'text', { label: EMPTY_LOCALIZED }))],
    ['a choice of one', formOf(field('a', 'choice', { options: OPTIONS.slice(1) }))],
    ['an option twice', formOf(field('a', 'choice', { options: [...OPTIONS, ...OPTIONS] }))],
    [
      'an option without words',
      formOf(field('a', 'choice', { options: [...OPTIONS, { value: 'x', label: EMPTY_LOCALIZED }] })),
    ],
    ['options of a text', formOf(field('a', 'text', { options: OPTIONS }))],
    ['two names', formOf(field('a', 'text', { target: 'name' }), field('b', 'text', { target: 'name' }))],
    ['a check-box for a name', formOf(field('a', 'checkbox', { target: 'name' }))],
    [
      'a condition on a later field',
      formOf(field('a', 'text', { condition: { fieldId: 'assunto', equals: 'troca' } }), choice),
    ],
    [
      'a condition on an option that there is not',
      formOf(choice, field('a', 'text', { condition: { fieldId: 'assunto', equals: 'venda' } })),
    ],
    [
      'a condition on a text',
      formOf(field('a', 'text'), field('b', 'text', { condition: { fieldId: 'a', equals: 'x' } })),
    ],
    ['a field on no channel', formOf(field('a', 'text', { channels: [] }))],
    ['a consent without words', { ...FORM_OFF, consent: { ...FORM_OFF.consent, isOn: true } }],
  ])('[F2] refuses %s', (_, form) => {
    expect(formSchema.safeParse(form).success).toBe(false);
  });

  it('[F2] takes conditions on a choice and on a check-box before it', () => {
    const form = formOf(
      choice,
      field('b', 'checkbox', { condition: { fieldId: 'assunto', equals: 'troca' } }),
      field('c', 'text', { condition: { fieldId: 'b', equals: 'true' }, target: 'name' }),
    );
    expect(formSchema.safeParse(form).success).toBe(true);
  });

  it('[F1] a trigger needs a path and words', () => {
    const good = { pattern: '/a/*', afterSeconds: 3, text: say('Oi!') };
    expect(triggerSchema.safeParse(good).success).toBe(true);
    for (const wrong of [
      { pattern: 'a' },
      { pattern: '/a b' },
      { afterSeconds: -1 },
      { text: EMPTY_LOCALIZED },
    ])
      expect(triggerSchema.safeParse({ ...good, ...wrong }).success).toBe(false);
  });
});

it('[F1] a text that is not translated is the site’s own, else whichever there is', () => {
  const text = { 'pt-BR': 'Oi', en: '', es: '' };
  expect(localized({ ...text, en: 'Hi' }, 'en', 'pt-BR')).toBe('Hi');
  expect(localized(text, 'en', 'pt-BR')).toBe('Oi');
  expect(localized(text, 'en', 'es')).toBe('Oi');
  expect(localized(EMPTY_LOCALIZED, 'en', 'es')).toBe('');
});
