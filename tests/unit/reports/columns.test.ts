import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';

import { ptBR } from '../../../admin/src/i18n/pt-BR';
import {
  chosenColumns,
  columnsOf,
  FIRST_COLUMNS,
  type Column,
} from '../../../admin/src/reports/interactions/columns';
import { readColumns } from '../../../admin/src/reports/tables/chosen-columns';
import { conditionText, filterValue } from '../../../admin/src/reports/filters/filter-choices';
import type { Translate } from '../../../admin/src/i18n/useTexts';
import {
  reportInteractionSchema,
  type ReportInteraction,
} from '../../../plugins/attendance/protocol/reports/reports';
import { DURATIONS } from '../../../plugins/attendance/protocol/reports/report-choices';
import { SORTS } from '../../../plugins/attendance/protocol/reports/report-filter';
import { id } from '../admin/builders';

const intl = createIntl({ locale: 'pt-BR', messages: ptBR });
const t: Translate = (key, values) => intl.formatMessage({ id: key }, values);
const CONTEXT = { t, locale: 'pt-BR', timeZone: 'America/Sao_Paulo' } as const;
const AT = Date.UTC(2026, 10, 30, 1, 30);

const INTERACTION: ReportInteraction = reportInteractionSchema.parse({
  id: 7,
  protocolNumber: '2026-334-1',
  requestedAt: AT,
  endedAt: AT + 60_000,
  closedAt: AT + 90_000,
  channel: 'voice',
  beganAs: 'chat',
  siteName: 'Loja',
  departmentName: 'Vendas',
  agentName: 'Ana Martins',
  agents: [
    { agentId: 1, name: 'Bruno', assignedAt: AT, openedAt: null, releasedAt: AT + 1, outcome: 'missed' },
    { agentId: 2, name: 'Ana Martins', assignedAt: AT, openedAt: AT, releasedAt: AT + 2, outcome: 'ended' },
  ],
  outcome: 'answered',
  endedBy: 'nobody',
  durations: {
    waiting: 21_000,
    ring: null,
    firstResponse: 42_000,
    response: null,
    duration: 60_000,
    handling: null,
    wrapUp: null,
    call: 30_000,
  },
  missed: 1,
  transfers: 0,
  callCount: 1,
  tags: ['Frete', 'Troca'],
  isKept: true,
  visitor: { id: 3, name: '', email: 'carla@exemplo.com', phone: '', document: '' },
  captured: {
    originUrl: 'https://loja.exemplo/caneca',
    originTitle: '',
    currentUrl: '',
    currentTitle: '',
    referrer: '',
    language: 'pt-BR',
    browser: 'Chrome 156',
    operatingSystem: 'Android 16',
    ip: '203.0.113.24',
  },
  fieldValues: { 5: '88120', 6: 'true' },
  answers: [
    { fieldId: 'a', type: 'choice', label: 'Assunto', value: 'o1', shown: 'Troca' },
    { fieldId: 'b', type: 'checkbox', label: 'Novidades', value: 'true', shown: 'true' },
  ],
  closingTag: 'Resolvido',
  closingNote: 'Enviado de novo',
  rating: { scale: 'stars', score: 4, comment: 'Ótimo', ratedAt: AT },
});

const FIELDS = [
  { id: id(5), label: { 'pt-BR': 'Pedido', en: 'Order' } },
  { id: id(6), label: { 'pt-BR': '', en: 'VIP' } },
];
const columns = columnsOf({ fields: FIELDS } as Parameters<typeof columnsOf>[0], CONTEXT);
const shown = (key: string, row = INTERACTION): string | undefined =>
  columns.find((column: Column) => column.key === key)?.show(row);

describe('the columns of the interactions', () => {
  it.each([
    ['requestedAt', '29/11/2026, 22:30'],
    ['visitor', 'Visitante #3'],
    ['channel', 'Voz'],
    ['beganAs', 'Chat'],
    ['agents', 'Bruno, Ana Martins'],
    ['outcome', 'Atendida'],
    ['endedBy', 'Ninguém'],
    ['waiting', '0:21'],
    ['ring', '–'],
    ['call', '0:30'],
    ['missed', '1'],
    ['tags', 'Frete, Troca'],
    ['rating', '4 de 5 estrelas'],
    ['comment', 'Ótimo'],
    ['language', 'português (Brasil)'],
    ['ip', '203.0.113.24'],
    ['answers', 'Assunto: Troca · Novidades: Sim'],
    ['field-5', '88120'],
    ['field-6', 'Sim'],
    ['closingNote', 'Enviado de novo'],
  ])('[Z169] %s is "%s"', (key, text) => {
    expect(shown(key)).toBe(text);
  });

  it('[Z169] have a field’s name in the language, or in another', () => {
    expect(columns.filter(({ key }) => key.startsWith('field')).map(({ name }) => name)).toEqual([
      'Pedido',
      'VIP',
    ]);
  });

  it('[Z169] say of a deleted conversation that it is, and keep its figures', () => {
    const deleted = {
      ...INTERACTION,
      isKept: false,
      visitor: null,
      captured: null,
      fieldValues: {},
      answers: [],
    };
    expect(shown('visitor', deleted)).toBe('Conversa apagada pela retenção');
    expect(shown('waiting', deleted)).toBe('0:21');
    expect([shown('ip', deleted), shown('answers', deleted), shown('field-5', deleted)]).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('[Z169] have the definition of each measure that they show', () => {
    const defined = columns.flatMap(({ measure }) => measure ?? []);
    expect(defined).toEqual([...DURATIONS, 'missed', 'transferred']);
  });

  it('[Z169] sort by all that the server sorts by, and nothing else', () => {
    expect(columns.flatMap(({ sort }) => sort ?? []).sort()).toEqual([...SORTS].sort());
  });

  it('[Z169] are those that were kept, in the order of all, the name of the row among them', () => {
    expect(chosenColumns(columns, ['rating', 'channel', 'gone']).map(({ key }) => key)).toEqual([
      'requestedAt',
      'channel',
      'rating',
    ]);
    expect(readColumns(JSON.stringify(['rating']), FIRST_COLUMNS)).toEqual(['rating']);
    for (const kept of [null, '', '{', '{"a":1}', '[1]'])
      expect(readColumns(kept, FIRST_COLUMNS)).toEqual(FIRST_COLUMNS);
    expect(FIRST_COLUMNS.every((key) => columns.some((column) => column.key === key))).toBe(true);
  });
});

describe('the chips of the filters', () => {
  const choices = {
    agents: [{ id: id(2), name: 'Ana' }],
    departments: [],
    sites: [],
    tags: [],
    today: '2026-11-30',
    timeZone: 'UTC',
  } as unknown as Parameters<typeof filterValue>[2];

  it('[Z165] name what they filter by, and the number of what is not offered', () => {
    expect(filterValue('agentId', '2', choices, t)).toBe('Ana');
    expect(filterValue('agentId', '99', choices, t)).toBe('#99');
    expect(filterValue('departmentId', 'none', choices, t)).toBe('Sem departamento');
    expect(filterValue('channel', 'video', choices, t)).toBe('Vídeo');
    expect(filterValue('origin', 'loja.exemplo/x', choices, t)).toBe('loja.exemplo/x');
  });

  it.each([
    ['outcome', 'unanswered', 'Não aberta'],
    ['endedBy', 'nobody', 'Encerradas por: Ninguém'],
    ['has', 'transfer', 'Com transferência'],
    ['level', 'not-met', 'Fora da meta'],
    ['level', 'measured', 'Que contam no nível de serviço'],
    ['own', 'missed', 'Com toque perdido pelo atendente'],
    ['measured', 'firstResponse', 'Com Primeira resposta'],
    ['rating', '4', '4 de 5 estrelas'],
    ['rating', 'none', 'Sem avaliação'],
    ['handedTo', '2', 'Passada para Ana'],
    ['handedTo', 'none', 'Passada adiante, e ninguém a recebeu'],
    ['raised', '1', 'Começaram como chat'],
    ['weekday', '0', 'segunda-feira'],
    ['hour', '9', '09:00'],
  ] as const)('[Z165] condition %s=%s is "%s"', (name, value, text) => {
    expect(conditionText(name, value, { ...CONTEXT, choices })).toBe(text);
  });
});
