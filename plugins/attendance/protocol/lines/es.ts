import { formatDuration } from '../shared/text/format-duration';
import type { AgentLineTexts, TranscriptLineTexts, VisitorLineTexts } from './line-texts';

// What more than one reader is told in the same words.
const joined: AgentLineTexts['agent-joined'] = ({ agentName }) => `${agentName} entró en la conversación`;
const callStarted: AgentLineTexts['call-started'] = ({ medium }) =>
  ({ voice: 'Llamada de voz iniciada', video: 'Videollamada iniciada' })[medium];
const callEnded: VisitorLineTexts['call-ended'] = ({ durationMs }) =>
  `Llamada finalizada · ${formatDuration(durationMs)}`;

export const visitorLines: VisitorLineTexts = {
  'agent-joined': ({ agentName }) => `${agentName} se unió al chat`,
  'agent-left': () => 'Buscando otro agente…',
  transferred: ({ to }) => `La atención pasa a ${to}`,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'Terminaste el chat',
      'visitor-gone': 'El chat terminó por tu ausencia',
      'visitor-blocked': 'Atención terminada',
    })[reason],
  'agent-ended': () => 'El chat ha terminado',
  'call-started': callStarted,
  'call-ended': callEnded,
  'call-unanswered': ({ by, reason }) =>
    ({
      visitor: {
        declined: 'El agente no pudo aceptar la llamada',
        withdrawn: 'Cancelaste la llamada',
        lapsed: 'La llamada no fue atendida',
      },
      agent: {
        declined: 'No aceptaste la llamada',
        withdrawn: 'El agente canceló la llamada',
        lapsed: 'Llamada perdida',
      },
    })[by][reason],
};

export const agentLines: AgentLineTexts = {
  'agent-joined': joined,
  'agent-left': ({ agentName, reason }) =>
    ({
      missed: `${agentName} no la abrió a tiempo: pasó a otra persona`,
      lost: `${agentName} perdió la conexión: reasignada`,
      supervisor: `devuelta a la cola por un supervisor (la tenía ${agentName})`,
    })[reason],
  transferred: ({ from, to }) => `${from} transfirió a ${to}`,
  'page-changed': ({ title }) => `El cliente está en ${title}`,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'El cliente finalizó',
      'visitor-gone': 'El cliente salió de la página y no volvió',
      'visitor-blocked': 'El visitante fue bloqueado',
    })[reason],
  'agent-ended': () => 'Interacción finalizada',
  'call-started': callStarted,
  'call-ended': ({ by, durationMs }) =>
    `${{ agent: 'Un agente colgó', visitor: 'El cliente colgó', nobody: 'La llamada terminó' }[by]} · ${formatDuration(durationMs)}`,
  'call-unanswered': ({ by, reason }) =>
    ({
      visitor: {
        declined: 'Llamada del cliente rechazada',
        withdrawn: 'El cliente desistió de la llamada',
        lapsed: 'La llamada del cliente no fue atendida',
      },
      agent: {
        declined: 'El cliente rechazó la llamada',
        withdrawn: 'Pedido de llamada cancelado',
        lapsed: 'El cliente no atendió la llamada',
      },
    })[by][reason],
};

export const transcriptLines: TranscriptLineTexts = {
  'agent-joined': joined,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'La conversación fue terminada',
      'visitor-gone': 'El visitante salió de la página',
      // That they were blocked is for the team.
      'visitor-blocked': 'La conversación fue terminada',
    })[reason],
  'agent-ended': () => 'El agente terminó la conversación',
  'call-started': callStarted,
  'call-ended': callEnded,
};
