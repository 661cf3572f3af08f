import type { texts as original } from '../../pt-BR/reports/interactions';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.interactions.requestedAt': 'Solicitada el',
  'reports.interactions.beganAs': 'Empezó como',
  'reports.interactions.agents': 'Quién atendió',
  'reports.interactions.outcome': 'Resultado',
  'reports.interactions.endedBy': 'Finalizada por',
  'reports.interactions.endedAt': 'Terminó el',
  'reports.interactions.closingTag': 'Motivo del cierre',
  'reports.interactions.closingNote': 'Nota de cierre',
  'reports.interactions.comment': 'Comentario de la valoración',
  'reports.interactions.referrer': 'Vino de',
  'reports.interactions.language': 'Idioma',
  'reports.interactions.answers': 'Respuestas del formulario',
  'reports.interactions.page': '{from}–{to} de {total}',
  'reports.interactions.previous': 'Página anterior',
  'reports.interactions.next': 'Página siguiente',
  'reports.interactions.open': '{when}, abrir la interacción de {name}',
  'reports.interactions.missing':
    'La interacción de este enlace no está en esta página de la lista: los filtros, el orden o la lista cambiaron.',
  'reports.interactions.missing.close': 'Descartar',
  'reports.interactions.deleted': 'Conversación borrada por la retención',
  'reports.interactions.deleted.about': 'La retención borró esta conversación. Sus cifras quedan.',
  'reports.interactions.transcript': 'Conversación',
  'reports.interactions.held': '{name}, desde {when}, durante {time}',
  'reports.interactions.heldUnopened': '{name}, desde {when}, no abrió en {time}',
};
