import { describe, expect, it } from 'vitest';

import { en } from '../../../../admin/src/i18n/en';
import { es } from '../../../../admin/src/i18n/es';
import { loadTexts } from '../../../../admin/src/i18n/load-texts';
import { ptBR, type Texts } from '../../../../admin/src/i18n/pt-BR';

const OTHERS: readonly (readonly [string, Texts])[] = [
  ['en', en],
  ['es', es],
];

/** Names of what a text has room for; the forms of a plural begin with neither a name and a comma nor a name and a brace. */
function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();
}

describe.each(OTHERS)('texts in %s', (_, texts) => {
  it('has the same keys as the product’s own words', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(ptBR).sort());
  });

  it('has the same placeholders in each', () => {
    const roomIn = (words: Texts) =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [key, placeholdersOf(text)]));
    expect(roomIn(texts)).toEqual(roomIn(ptBR));
  });

  it('leaves no text empty', () => {
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe('labels that others rely on', () => {
  it.each([
    ['page.title', 'Atendimento'],
    ['shell.switch.online', 'Atendimento Online'],
    ['shell.switch.offline', 'Atendimento Offline'],
    ['ui.indicator.new', 'Nova, não aberta'],
    ['ui.indicator.pending', 'Cliente aguardando'],
    ['ui.indicator.answered', 'Sem pendência'],
    ['ui.indicator.ended-by-visitor', 'Cliente encerrou'],
    ['ui.indicator.away', 'Ausente'],
    ['conversation.end.button', 'Encerrar interação'],
    ['conversation.end.confirm', 'Encerrar'],
    ['conversation.composer.label', 'Mensagem'],
    ['conversation.composer.send', 'Enviar'],
    ['details.captured.start', 'Horário de início'],
    ['details.captured.duration', 'Duração'],
    ['details.captured.origin', 'Origem'],
    ['details.captured.browser', 'Navegador'],
    ['details.captured.operatingSystem', 'Sistema operacional'],
    ['details.captured.ip', 'IP'],
    ['ui.field.name', 'Nome'],
    ['ui.field.email', 'E-mail'],
    ['ui.field.phone', 'Telefone'],
  ] as const)('[A2] [S6] %s is "%s"', (key, text) => {
    expect(ptBR[key]).toBe(text);
  });
});

it('gives Strapi the texts of the languages it speaks, under the plugin’s prefix', async () => {
  const [brazilian, french] = await loadTexts(['pt-BR', 'fr']);
  expect(brazilian?.data['attendance.page.title']).toBe('Atendimento');
  expect(french).toEqual({ locale: 'fr', data: {} });
});
