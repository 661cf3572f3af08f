import { describe, expect, it } from 'vitest';

import type { Message, SystemLine } from '../../../plugins/attendance/protocol/messages/messages';
import { renderTranscript } from '../../../plugins/attendance/server/src/presenters/transcript';
import { INTERACTIONS, NOW, id, stored } from './builders';

const READER = { locale: 'pt-BR', timeZone: 'America/Sao_Paulo' } as const;

const visitor = (body: string, sequence = 1): Message => ({
  side: 'visitor',
  sequence,
  sentAt: NOW,
  clientMessageId: 'visitor-1',
  body,
});
const agent = (body: string): Message => ({
  side: 'agent',
  sequence: 2,
  sentAt: NOW,
  clientMessageId: 'agent-01',
  agentId: id(7),
  agentName: 'Ana',
  body,
});
const system = (line: SystemLine): Message => ({ side: 'system', sequence: 3, sentAt: NOW, line });

function render(messages: readonly Message[], options: Partial<Parameters<typeof renderTranscript>[0]> = {}) {
  return renderTranscript({
    stored: stored(INTERACTIONS.ended),
    messages,
    isCut: false,
    reader: READER,
    ...options,
  });
}

describe('[W4] [Z26] a conversation to keep', () => {
  it('holds who wrote what and when, by the reader’s clock, and the protocol number', () => {
    const { fileName, html, text } = render([visitor('Oi'), agent('Olá')]);
    expect(fileName).toBe('atendimento-2026-000001.html');
    for (const page of [html, text]) {
      expect(page).toContain('2026-000001');
      expect(page).toContain('09:00');
      expect(page).toContain('America/Sao_Paulo');
      for (const word of ['Rafael', 'Oi', 'Ana', 'Olá']) expect(page).toContain(word);
    }
  });

  it.each([
    ['pt-BR', 'Arquivo'],
    ['en', 'File'],
    ['es', 'Archivo'],
  ] as const)(
    '[Z68] names the files that came with a message, in %s, and holds none of them',
    (locale, word) => {
      const file = (name: string) => ({
        id: id('an-id-that-nobody-reads' as never),
        kind: 'pdf' as const,
        name,
        mime: 'application/pdf',
        size: 900,
        picture: null,
      });
      const { html, text } = render(
        [
          { ...visitor(''), attachments: [file('<b>nota</b>.pdf'), file('foto 2.png')] } as Message,
          { ...agent('Recebi.'), attachments: [file('recibo.pdf')] } as Message,
        ],
        { reader: { locale, timeZone: 'UTC' } },
      );
      expect(text).toContain(`Rafael: [${word}: <b>nota</b>.pdf]\n[${word}: foto 2.png]`);
      expect(text).toContain(`Ana: Recebi.\n[${word}: recibo.pdf]`);
      expect(html).toContain(`[${word}: &lt;b&gt;nota&lt;/b&gt;.pdf]`);
      expect(html).not.toMatch(/<b>|href|an-id-that/);
    },
  );

  it.each([
    ['pt-BR', 'Protocolo'],
    ['en', 'Reference'],
    ['es', 'Inicio'],
  ] as const)('speaks %s', (locale, word) => {
    expect(render([], { reader: { locale, timeZone: 'UTC' } }).html).toContain(word);
  });

  it('shows what was written as the text it is', () => {
    const { html } = render([visitor('<script>alert(1)</script> & "aspas"')], {
      stored: stored(INTERACTIONS.ended, {
        siteName: '<b>Loja</b>',
        visitor: { id: id(1), name: '<img src=x>', email: '', phone: '', document: '' },
      }),
    });
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;aspas&quot;');
    expect(html).toContain(`default-src 'none'`);
  });

  it('tells what both were told, and nothing else', () => {
    const { text } = render([
      system({ kind: 'agent-joined', agentName: 'Ana' }),
      system({ kind: 'page-changed', url: 'https://loja.example/segredo', title: 'Segredo' }),
      { ...visitor('só a equipe'), side: 'note' } as never,
    ]);
    expect(text).toContain('Ana entrou na conversa');
    expect(text).not.toMatch(/[Ss]egredo|só a equipe/);
  });

  it.each([
    [
      'pt-BR',
      [
        'Ana entrou na conversa',
        'Chamada de vídeo iniciada',
        'Chamada encerrada · 1:02:09',
        'O visitante saiu da página',
        'A conversa foi encerrada',
        'O atendente encerrou',
      ],
    ],
    [
      'en',
      [
        'Ana joined the conversation',
        'Video call started',
        'Call ended · 1:02:09',
        'The visitor left the page',
        'The conversation was ended',
        'The agent ended the conversation',
      ],
    ],
    [
      'es',
      [
        'Ana entró en la conversación',
        'Videollamada iniciada',
        'Llamada finalizada · 1:02:09',
        'El visitante salió de la página',
        'La conversación fue terminada',
        'El agente terminó la conversación',
      ],
    ],
  ] as const)(
    'tells in %s who came, who called and how it ended, and not that the visitor was blocked',
    (locale, told) => {
      const lines: readonly SystemLine[] = [
        { kind: 'agent-joined', agentName: 'Ana' },
        { kind: 'call-started', medium: 'video' },
        { kind: 'call-ended', medium: 'video', by: 'agent', durationMs: 3_729_900 },
        { kind: 'visitor-ended', reason: 'visitor-gone' },
        { kind: 'visitor-ended', reason: 'visitor-blocked' },
        { kind: 'agent-ended' },
      ];
      const { text } = render(lines.map(system), { reader: { locale, timeZone: 'UTC' } });
      const rows = text.split('\n').filter((row) => row.startsWith('12:00'));
      expect(rows.map((row) => row.replace(/^.*? · /, ''))).toEqual(told);
    },
  );

  it('takes UTC for a clock that nobody knows', () => {
    const { text } = render([visitor('Oi')], { reader: { locale: 'pt-BR', timeZone: 'Marte/Olimpo' } });
    expect(text).toContain('UTC');
    expect(text).toContain('12:00');
  });

  it('says what is missing', () => {
    expect(render([visitor('Oi')], { isCut: true }).text).toContain('ficaram de fora');
    expect(render([]).text).toContain('Nenhuma mensagem');
  });

  it('[Z27] has a title of one line', () => {
    const siteName = 'Loja\r\nBcc: outro@exemplo.com';
    const { title } = render([], { stored: stored(INTERACTIONS.ended, { siteName }) });
    expect(title).toBe('Conversa com Loja Bcc: outro@exemplo.com · protocolo 2026-000001');
  });
});
