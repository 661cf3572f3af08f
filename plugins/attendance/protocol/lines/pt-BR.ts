import { formatDuration } from '../shared/text/format-duration';
import type { AgentLineTexts, TranscriptLineTexts, VisitorLineTexts } from './line-texts';

// What more than one reader is told in the same words.
const joined: AgentLineTexts['agent-joined'] = ({ agentName }) => `${agentName} entrou na conversa`;
const callStarted: AgentLineTexts['call-started'] = ({ medium }) =>
  ({ voice: 'Chamada de voz iniciada', video: 'Chamada de vídeo iniciada' })[medium];
const callEnded: VisitorLineTexts['call-ended'] = ({ durationMs }) =>
  `Chamada encerrada · ${formatDuration(durationMs)}`;

export const visitorLines: VisitorLineTexts = {
  'agent-joined': ({ agentName }) => `${agentName} entrou no atendimento`,
  'agent-left': () => 'Procurando outro atendente…',
  transferred: ({ to }) => `O atendimento passou para ${to}`,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'Você encerrou o atendimento',
      'visitor-gone': 'Atendimento encerrado por ausência',
      'visitor-blocked': 'Atendimento encerrado',
    })[reason],
  'agent-ended': () => 'O atendimento foi encerrado',
  'call-started': callStarted,
  'call-ended': callEnded,
  'call-unanswered': ({ by, reason }) =>
    ({
      visitor: {
        declined: 'O atendente não pôde aceitar a chamada',
        withdrawn: 'Você cancelou a chamada',
        lapsed: 'A chamada não foi atendida',
      },
      agent: {
        declined: 'Você não aceitou a chamada',
        withdrawn: 'O atendente cancelou a chamada',
        lapsed: 'Chamada perdida',
      },
    })[by][reason],
};

export const agentLines: AgentLineTexts = {
  'agent-joined': joined,
  'agent-left': ({ agentName, reason }) =>
    ({
      missed: `${agentName} não abriu a tempo: passou adiante`,
      lost: `${agentName} perdeu a conexão: reatribuída`,
      supervisor: `devolvida à fila por um supervisor (era de ${agentName})`,
    })[reason],
  transferred: ({ from, to }) => `${from} transferiu para ${to}`,
  'page-changed': ({ title }) => `O cliente está em ${title}`,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'O cliente encerrou',
      'visitor-gone': 'O cliente saiu da página e não voltou',
      'visitor-blocked': 'O visitante foi bloqueado',
    })[reason],
  'agent-ended': () => 'Interação encerrada',
  'call-started': callStarted,
  'call-ended': ({ by, durationMs }) =>
    `${{ agent: 'O atendente desligou', visitor: 'O cliente desligou', nobody: 'A chamada terminou' }[by]} · ${formatDuration(durationMs)}`,
  'call-unanswered': ({ by, reason }) =>
    ({
      visitor: {
        declined: 'Chamada do cliente recusada',
        withdrawn: 'O cliente desistiu da chamada',
        lapsed: 'A chamada do cliente não foi atendida',
      },
      agent: {
        declined: 'O cliente recusou a chamada',
        withdrawn: 'Pedido de chamada cancelado',
        lapsed: 'O cliente não atendeu a chamada',
      },
    })[by][reason],
};

export const transcriptLines: TranscriptLineTexts = {
  'agent-joined': joined,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'A conversa foi encerrada',
      'visitor-gone': 'O visitante saiu da página',
      // That they were blocked is for the team.
      'visitor-blocked': 'A conversa foi encerrada',
    })[reason],
  'agent-ended': () => 'O atendente encerrou',
  'call-started': callStarted,
  'call-ended': callEnded,
};
