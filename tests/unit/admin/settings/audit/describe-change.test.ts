import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';

import { en } from '../../../../../admin/src/i18n/en';
import { es } from '../../../../../admin/src/i18n/es';
import { ptBR, type Texts } from '../../../../../admin/src/i18n/pt-BR';
import type { AuditNames, FormatContext } from '../../../../../admin/src/settings/audit/field-format';
import { describeChanges } from '../../../../../admin/src/settings/audit/describe-change';
import type { AuditAction, AuditChange } from '../../../../../plugins/attendance/protocol/settings/audit';
import type { Locale } from '../../../../../plugins/attendance/protocol/shared/choices';
import {
  changesBetween,
  secretsGiven,
} from '../../../../../plugins/attendance/server/src/domain/audit/audit';
import { EVERYTHING } from './audit-samples';

const NO_NAMES: AuditNames = {
  departments: new Map(),
  agents: new Map(),
  formFields: new Map(),
  options: new Map(),
  customFields: new Map(),
};

const TEXTS: Readonly<Record<Locale, Texts>> = { 'pt-BR': ptBR, en, es };

function contextIn(locale: Locale, names: Partial<FormatContext['names']> = {}): FormatContext {
  const intl = createIntl({ locale, messages: TEXTS[locale] });
  return {
    t: (key, values) => intl.formatMessage({ id: key }, values),
    locale,
    names: { ...NO_NAMES, ...names },
  };
}

/** Returns one change as formatted, in Portuguese unless `context` says otherwise. */
function formatted(
  action: AuditAction,
  change: Partial<AuditChange> & Pick<AuditChange, 'field'>,
  context = contextIn('pt-BR'),
) {
  const entry = { id: 1, at: 0, userId: 1, userName: 'Ana', action, subject: '' };
  return describeChanges({ ...entry, changes: [{ before: null, after: null, ...change }] }, context)[0];
}

describe('the record of changes', () => {
  describe.each(Object.keys(TEXTS) as Locale[])('in %s', (locale) => {
    it.each(Object.entries(EVERYTHING))('[Z80] has people’s words for everything of: %s', (noun, values) => {
      for (const change of changesBetween(null, values)) {
        const shown = formatted(`${noun}.update` as AuditAction, change, contextIn(locale));
        expect(shown?.label, change.field).not.toBe(change.field);
        expect(`${shown?.label} ${shown?.after}`, change.field).not.toMatch(
          /\b(is|has|can|asks|needs)[A-Z]|Ms\b|\bappearance|\btrue\b|\bfalse\b|\bself-hosted\b/,
        );
      }
    });
  });

  it.each<[AuditAction, Partial<AuditChange> & Pick<AuditChange, 'field'>, object]>([
    [
      'settings.update',
      { field: 'ringMs', before: 30_000, after: 45_000 },
      { label: 'Tempo de toque', before: '30 s', after: '45 s' },
    ],
    ['settings.update', { field: 'persistenceMs', after: 90_000 }, { before: null, after: '1 min 30 s' }],
    ['settings.update', { field: 'graceMs', before: 300_000, after: 0 }, { before: '5 min', after: '0 s' }],
    ['settings.update', { field: 'graceMs', after: 1_500 }, { after: '1,5 s' }],
    [
      'media.update',
      { field: 'direct.turnLifetimeMs', after: 7_200_000 },
      { label: 'Validade das credenciais', after: '2 h' },
    ],
    ['media.update', { field: 'videoHeight', before: 720, after: 360 }, { before: '720p', after: '360p' }],
    [
      'media.update',
      { field: 'direct.turnSecret', after: '•••' },
      { label: 'Segredo do TURN (static-auth-secret)', before: null, after: 'definido de novo' },
    ],
    ['media.update', { field: 'jitsi.signingKey', before: null, after: null }, { after: 'apagado' }],
    [
      'retention.update',
      { field: 'addresses', before: 0, after: 1 },
      { label: 'Endereços IP', before: 'para sempre', after: '1 dia' },
    ],
    [
      'retention.purge',
      { field: 'interactions', before: 12, after: null },
      { label: 'Interações encerradas', before: null, after: '12 interações' },
    ],
    [
      'hours.update',
      { field: 'week[2][1].from', before: 540, after: 600 },
      { label: 'terça-feira · intervalo 1 · De', before: '09:00', after: '10:00' },
    ],
    [
      'hours.update',
      { field: 'holidays[1].date', after: '2026-12-25' },
      { label: 'Data especial 1 · Data', after: '25 de dez. de 2026' },
    ],
    ['hours.update', { field: 'isOn', before: false, after: true }, { before: 'não', after: 'sim' }],
    [
      'agent.update',
      { field: 'channels', before: 'chat', after: 'chat, voice, video' },
      { before: 'Chat', after: 'Chat, Voz, Vídeo' },
    ],
    ['agent.update', { field: 'capacity', before: null, after: 0 }, { before: 'o padrão', after: '0' }],
    [
      'uploads.update',
      { field: 'maxBytes', after: 10 * 1_024 * 1_024 },
      { label: 'Tamanho máximo de cada arquivo', after: '10 MB' },
    ],
    [
      'uploads.update',
      { field: 'quotaMegabytes', after: 5_120 },
      { label: 'Espaço para todos os arquivos', after: '5 GB' },
    ],
    ['site.update', { field: 'defaultLocale', after: 'en' }, { label: 'Idioma padrão', after: 'inglês' }],
    [
      'site.update',
      { field: 'appearance.texts.greeting.en', after: 'Hi' },
      { label: 'Saudação · inglês', after: 'Hi' },
    ],
    ['site.delete', { field: 'name', before: 'Loja' }, { before: 'Loja', after: null }],
    ['visitor.block', { field: 'until', after: null }, { label: 'Até', after: 'Para sempre' }],
    ['visitor.unblock', { field: 'until', before: 'forever' }, { before: 'Para sempre', after: null }],
    ['visitor.merge', { field: 'email', after: '#12' }, { label: 'E-mail', after: '#12' }],
  ])('[Z80] %s %o', (action, change, expected) => {
    expect(formatted(action, change)).toMatchObject(expected);
  });

  it('[Z80] calls things by their names, and by their ids where nobody knows these', () => {
    const names = { departments: new Map([['3', 'Vendas']]), agents: new Map([['1', 'Ana']]) };
    const context = contextIn('pt-BR', names);
    expect(
      formatted('site.update', { field: 'departmentId', before: null, after: 3 }, context),
    ).toMatchObject({
      label: 'Departamento padrão',
      before: 'Todos os atendentes',
      after: 'Vendas',
    });
    expect(formatted('department.update', { field: 'agentIds', after: '1, 2' }, context)?.after).toBe(
      'Ana, #2',
    );
    expect(formatted('site.update', { field: 'departmentId', after: 4 }, context)?.after).toBe('#4');
  });

  it('[Z80] calls a field of the form by the label in the entry, or the one it has by now', () => {
    const changes: AuditChange[] = [
      { field: 'form.fields[x9].label.en', before: null, after: 'Order' },
      { field: 'form.fields[x9].label.pt-BR', before: null, after: 'Pedido' },
      { field: 'form.fields[x9].isRequired', before: null, after: true },
      { field: 'form.fields[x1].type', before: 'text', after: 'long-text' },
      { field: 'form.fields[x2].condition.fieldId', before: null, after: 'x9' },
    ];
    const entry = { id: 1, at: 0, userId: 1, userName: 'Ana', subject: 'Loja', changes };
    const context = contextIn('pt-BR', { formFields: new Map([['x1', 'Assunto']]) });
    const shown = describeChanges({ ...entry, action: 'site.update' }, context);
    expect(shown[2]).toMatchObject({ label: 'Campo “Pedido” · Obrigatório', after: 'sim' });
    expect(shown[3]).toMatchObject({
      label: 'Campo “Assunto” · Tipo',
      before: 'Texto curto',
      after: 'Texto longo',
    });
    expect(shown[4]).toMatchObject({ label: 'Campo “x2” · Quando perguntar', after: 'Pedido' });
  });

  it('[Z80] keeps the technical name, and the value as it stands, of what it has no words for', () => {
    expect(formatted('settings.update', { field: 'ofTomorrow', before: 1, after: 2 })).toEqual({
      label: 'ofTomorrow',
      before: '1',
      after: '2',
    });
    expect(formatted('interaction.export', { field: 'format', after: 'csv' })).toEqual({
      label: 'format',
      before: null,
      after: 'csv',
    });
    expect(formatted('media.update', { field: 'jitsi.kind', after: 'of-tomorrow' })?.after).toBe(
      'of-tomorrow',
    );
  });

  it('[Z40] [Z80] says nothing of a secret, whatever was sent', () => {
    const request = {
      direct: { turnSecret: 'marker-1' },
      jitsi: { signingKey: 'marker-2', reservationSecret: null },
    };
    const shown = secretsGiven(request).map((change) => formatted('media.update', change));
    expect(shown).toHaveLength(3);
    expect(JSON.stringify(shown)).not.toContain('marker');
  });
});
