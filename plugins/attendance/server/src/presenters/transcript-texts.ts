import type { Locale } from '../../../protocol/shared/choices';
import { transcriptLines as en } from '../../../protocol/lines/en';
import { transcriptLines as es } from '../../../protocol/lines/es';
import type { TranscriptLineTexts } from '../../../protocol/lines/line-texts';
import { transcriptLines as ptBR } from '../../../protocol/lines/pt-BR';

export interface TranscriptTexts {
  title(siteName: string, protocolNumber: string): string;
  readonly protocolNumber: string;
  readonly startedAt: string;
  /** Time zone of the times. */
  readonly timeZone: string;
  readonly visitor: string;
  readonly agent: string;
  readonly isCut: string;
  readonly empty: string;
  /** Returns the text for an attachment of a message [Z68]. */
  file(name: string): string;
  readonly lines: TranscriptLineTexts;
}

export const TRANSCRIPT_TEXTS: Readonly<Record<Locale, TranscriptTexts>> = {
  'pt-BR': {
    title: (site, number) => `Conversa com ${site} · protocolo ${number}`,
    protocolNumber: 'Protocolo',
    startedAt: 'Início',
    timeZone: 'Horários de',
    visitor: 'Visitante',
    agent: 'Atendente',
    isCut: 'As mensagens mais antigas ficaram de fora: a conversa é muito longa.',
    empty: 'Nenhuma mensagem foi escrita.',
    file: (name) => `Arquivo: ${name}`,
    lines: ptBR,
  },
  en: {
    title: (site, number) => `Conversation with ${site} · reference ${number}`,
    protocolNumber: 'Reference',
    startedAt: 'Started',
    timeZone: 'Times of',
    visitor: 'Visitor',
    agent: 'Agent',
    isCut: 'The oldest messages were left out: the conversation is very long.',
    empty: 'No message was written.',
    file: (name) => `File: ${name}`,
    lines: en,
  },
  es: {
    title: (site, number) => `Conversación con ${site} · protocolo ${number}`,
    protocolNumber: 'Protocolo',
    startedAt: 'Inicio',
    timeZone: 'Horarios de',
    visitor: 'Visitante',
    agent: 'Agente',
    isCut: 'Los mensajes más antiguos quedaron fuera: la conversación es muy larga.',
    empty: 'No se escribió ningún mensaje.',
    file: (name) => `Archivo: ${name}`,
    lines: es,
  },
};
