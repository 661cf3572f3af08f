import { describe, expect, it } from 'vitest';

import { ERROR_CODES } from '../../../../plugins/attendance/protocol/shared/errors';
import { texts as english } from '../../../../widget/app/i18n/en/panel';
import { texts as spanish } from '../../../../widget/app/i18n/es/panel';
import { isolate } from '../../../../widget/app/i18n/isolate';
import { loadTexts } from '../../../../widget/app/i18n/load-texts';
import { texts as portuguese } from '../../../../widget/app/i18n/pt-BR/panel';
import { chooseLocale } from '../../../../widget/bridge/choose-locale';
import { texts as englishForms } from '../../../../widget/app/i18n/en/form';
import { texts as spanishForms } from '../../../../widget/app/i18n/es/form';
import { loadFormTexts } from '../../../../widget/app/form/load-form-texts';
import { texts as portugueseForms } from '../../../../widget/app/i18n/pt-BR/form';
import { SAMPLE_LINES } from '../../../support/sample-lines';

type LineKind = keyof typeof SAMPLE_LINES;

const LANGUAGES = { pt: portuguese, en: english, es: spanish };
const FORMS = { pt: portugueseForms, en: englishForms, es: spanishForms };
const ALL = ['pt-BR', 'en', 'es'] as const;

it.each([
  [['en'], ALL, 'en'],
  [['es-MX', 'en-US'], ALL, 'es'],
  [['pt-PT'], ALL, 'pt-BR'],
  [['de-DE', 'fr'], ALL, undefined],
  [[undefined], ALL, undefined],
  [['es', 'en-US'], ['pt-BR', 'en'], 'en'],
  [['es', 'en'], ['pt-BR'], undefined],
] as const)('[W1] [F5] of the wishes %j on a site that speaks %j, serves %s', (wishes, languages, locale) => {
  expect(chooseLocale(wishes, languages)).toBe(locale);
});

it.each([
  ['PT-BR', 'pt-BR'],
  ['pt_BR', 'pt-BR'],
  ['pt', 'pt-BR'],
  [' Pt-br ', 'pt-BR'],
  ['EN', 'en'],
  ['en_GB.UTF-8', 'en'],
  ['ES', 'es'],
  // Languages of their own, which only look like one of ours.
  ['ca-ES', undefined],
  ['est', undefined],
  ['gl_ES', undefined],
  ['x-pt', undefined],
  ['', undefined],
] as const)('[Z121] finding B14: the snippet’s %j is read as %s', (written, locale) => {
  expect(chooseLocale([written], ALL)).toBe(locale);
});

it('[W1] loads the texts of each language', async () => {
  expect((await loadTexts('pt-BR')).send).toBe('Enviar');
  expect((await loadTexts('en')).send).toBe('Send');
  expect((await loadTexts('es')).send).toBe('Enviar');
  expect((await loadFormTexts('pt-BR')).start).toBe('Iniciar atendimento');
  expect((await loadFormTexts('en')).start).toBe('Start');
  expect((await loadFormTexts('es')).start).toBe('Iniciar chat');
});

/** Every leaf with its path; a function is called with samples of both singular and plural, a line's with lines of its kind. */
function wordsOf(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const say = node as (...values: unknown[]) => string;
    const [, kind] = /^\.lines\.(.*)$/.exec(path) ?? [];
    const samples: readonly unknown[] = kind === undefined ? [1, 2] : SAMPLE_LINES[kind as LineKind];
    return samples.map((sample, index) => [`${path}(${index + 1})`, say(sample, sample)] as [string, string]);
  }
  return Object.entries(node as object).flatMap(([key, child]) => wordsOf(child, `${path}.${key}`));
}

const SETS = Object.entries(LANGUAGES).flatMap(([name, texts]) => [
  { name, texts: texts as object, model: portuguese as object },
  { name: `forms in ${name}`, texts: FORMS[name as keyof typeof FORMS], model: portugueseForms },
]);

describe.each(SETS)('[W3] $name', ({ model, texts }) => {
  it('has every text, and nothing empty or undefined in one', () => {
    const words = wordsOf(texts);
    expect(words.map(([path]) => path)).toEqual(wordsOf(model).map(([path]) => path));
    for (const [path, word] of words) expect([path, word.trim()]).not.toEqual([path, '']);
    for (const [path, word] of words)
      expect([path, word]).not.toEqual([path, expect.stringMatching(/undefined|null|NaN/)]);
  });
});

it.each(Object.entries(LANGUAGES))('[W3] %s words every refusal', (_, texts) => {
  expect(Object.keys(texts.notice).sort()).toEqual([...ERROR_CODES, 'call-busy'].sort());
});

it('[W3] names things as integrators’ tests rely on', () => {
  expect([portuguese.launcher(0), portuguese.launcher(1), portuguese.launcher(2)]).toEqual([
    'Abrir atendimento',
    'Abrir atendimento, 1 mensagem não lida',
    'Abrir atendimento, 2 mensagens não lidas',
  ]);
  expect(portuguese.channel).toEqual({ chat: 'Chat', voice: 'Voz', video: 'Vídeo' });
  expect(english.channel).toEqual({ chat: 'Chat', voice: 'Voice', video: 'Video' });
  const names = ({ message, send, end, launcher }: typeof portuguese, forms: typeof portugueseForms) => [
    launcher(0),
    forms.start,
    message,
    send,
    end,
  ];
  expect(names(portuguese, portugueseForms)).toEqual([
    'Abrir atendimento',
    'Iniciar atendimento',
    'Mensagem',
    'Enviar',
    'Encerrar',
  ]);
  expect(names(english, englishForms)).toEqual(['Open chat', 'Start', 'Message', 'Send', 'End']);
});

it('[R12] words the place without a figure that is not known', () => {
  expect(portuguese.queue(2, 3)).toBe('pessoas · cerca de 3 min');
  expect(portuguese.queue(1, null)).toBe('pessoa');
  expect(portuguese.queue(0, 0)).toBe('menos de 1 min');
  expect(portuguese.queue(0, null)).toBe('');
});

it('[C7] closes a name’s own direction of reading before the sentence goes on', () => {
  const sentence = portuguese.typing(isolate('\u202EanA'));
  expect(sentence.indexOf('\u2069')).toBeLessThan(sentence.indexOf('está'));
  expect(sentence.startsWith('\u2068')).toBe(true);
});
