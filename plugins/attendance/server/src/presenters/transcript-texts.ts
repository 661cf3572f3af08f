import type { Locale } from '../../../protocol/shared/choices';
import type { SystemLine } from '../../../protocol/messages/messages';

type ToldLine = 'agent-joined' | 'visitor-ended' | 'agent-ended' | 'call-started' | 'call-ended';

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
  /** Texts of system lines that the visitor has seen too; others are left out. */
  readonly line: { readonly [Kind in ToldLine]: (line: Extract<SystemLine, { kind: Kind }>) => string };
}

const minutes = (ms: number): string => {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

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
    line: {
      'agent-joined': ({ agentName }) => `${agentName} entrou na conversa`,
      'visitor-ended': ({ reason }) =>
        reason === 'visitor-gone' ? 'O visitante saiu da página' : 'A conversa foi encerrada',
      'agent-ended': () => 'O atendente encerrou',
      'call-started': ({ medium }) =>
        medium === 'video' ? 'Chamada de vídeo iniciada' : 'Chamada de voz iniciada',
      'call-ended': ({ durationMs }) => `Chamada encerrada · ${minutes(durationMs)}`,
    },
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
    line: {
      'agent-joined': ({ agentName }) => `${agentName} joined the conversation`,
      'visitor-ended': ({ reason }) =>
        reason === 'visitor-gone' ? 'The visitor left the page' : 'The conversation was ended',
      'agent-ended': () => 'The agent ended the conversation',
      'call-started': ({ medium }) => (medium === 'video' ? 'Video call started' : 'Voice call started'),
      'call-ended': ({ durationMs }) => `Call ended · ${minutes(durationMs)}`,
    },
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
    line: {
      'agent-joined': ({ agentName }) => `${agentName} entró en la conversación`,
      'visitor-ended': ({ reason }) =>
        reason === 'visitor-gone' ? 'El visitante salió de la página' : 'La conversación fue terminada',
      'agent-ended': () => 'El agente terminó la conversación',
      'call-started': ({ medium }) =>
        medium === 'video' ? 'Videollamada iniciada' : 'Llamada de voz iniciada',
      'call-ended': ({ durationMs }) => `Llamada terminada · ${minutes(durationMs)}`,
    },
  },
};
