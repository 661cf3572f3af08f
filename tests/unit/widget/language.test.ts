import { describe, expect, it } from 'vitest';

import { ERROR_CODES } from '../../../plugins/attendance/protocol/errors';
import { texts as english } from '../../../widget/app/i18n/en';
import { texts as spanish } from '../../../widget/app/i18n/es';
import { isolate } from '../../../widget/app/i18n/isolate';
import { loadTexts } from '../../../widget/app/i18n/load-texts';
import { texts as portuguese } from '../../../widget/app/i18n/pt-BR';
import { chooseLanguage } from '../../../widget/bridge/choose-language';

const LANGUAGES = { pt: portuguese, en: english, es: spanish };

it.each([
  [['en', 'pt-BR'], 'en'],
  [[undefined, 'es-MX', 'en-US', 'pt-BR'], 'es'],
  [[undefined, 'pt-PT', 'pt-BR'], 'pt'],
  [[undefined, 'de-DE', 'fr', 'pt-BR'], 'pt'],
  [['xx', 'ca-ES', 'zh-Hant', 'en'], 'en'],
] as const)('[W1] of the wishes %j serves %s', (wishes, language) => {
  expect(chooseLanguage(wishes)).toBe(language);
});

it('[W1] loads the texts of each language', async () => {
  expect((await loadTexts('pt')).send).toBe('Enviar');
  expect((await loadTexts('en')).send).toBe('Send');
  expect((await loadTexts('es')).send).toBe('Enviar');
});

/** Every leaf with its path; a function is called with samples of both singular and plural. */
function wordsOf(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const say = node as (...values: unknown[]) => string;
    return [1, 2].map((count) => [`${path}(${count})`, say(count, count)] as [string, string]);
  }
  return Object.entries(node as object).flatMap(([key, child]) => wordsOf(child, `${path}.${key}`));
}

describe.each(Object.entries(LANGUAGES))('[W3] %s', (_, texts) => {
  it('has every text, and nothing empty or undefined in one', () => {
    const words = wordsOf(texts);
    expect(words.map(([path]) => path)).toEqual(wordsOf(portuguese).map(([path]) => path));
    for (const [path, word] of words) expect([path, word.trim()]).not.toEqual([path, '']);
    for (const [path, word] of words)
      expect([path, word]).not.toEqual([path, expect.stringMatching(/undefined|null|NaN/)]);
  });

  it('words every refusal', () => {
    expect(Object.keys(texts.notice).sort()).toEqual([...ERROR_CODES, 'call-busy'].sort());
  });
});

it('[W3] names things as integrators’ tests rely on', () => {
  expect([portuguese.launcher(0), portuguese.launcher(1), portuguese.launcher(2)]).toEqual([
    'Abrir atendimento',
    'Abrir atendimento, 1 mensagem não lida',
    'Abrir atendimento, 2 mensagens não lidas',
  ]);
  expect(portuguese.channel).toEqual({ chat: 'Chat', voice: 'Voz', video: 'Vídeo' });
  expect(english.channel).toEqual({ chat: 'Chat', voice: 'Voice', video: 'Video' });
  const names = ({ start, message, send, end, launcher }: typeof portuguese) => [
    launcher(0),
    start,
    message,
    send,
    end,
  ];
  expect(names(portuguese)).toEqual([
    'Abrir atendimento',
    'Iniciar atendimento',
    'Mensagem',
    'Enviar',
    'Encerrar',
  ]);
  expect(names(english)).toEqual(['Open chat', 'Start', 'Message', 'Send', 'End']);
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
