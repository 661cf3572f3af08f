import type { BlockTexts } from './pt-BR';

export const esBlocks: BlockTexts = {
  'line.visitor-blocked': 'El visitante fue bloqueado',
  'conversation.blockedBanner':
    'Visitante bloqueado: la conversación terminó para él. Ciérrala para liberar el lugar.',
  'block.title': '¿Bloquear a {name}?',
  'block.open': 'Bloquear visitante',
  'block.body':
    'La conversación termina ahora para el visitante, que no puede escribir hasta el fin del bloqueo. Eso no vuelve atrás, pero el bloqueo se puede deshacer.',
  'block.reason': 'Motivo',
  'block.reason.hint': 'Solo lo ve el equipo.',
  'block.duration': 'Por cuánto tiempo',
  'block.duration.hour': '1 hora',
  'block.duration.day': '1 día',
  'block.duration.week': '7 días',
  'block.duration.forever': 'Para siempre',
  'block.withAddress': 'Bloquear también la dirección IP',
  'block.withAddress.hint':
    'Rechaza contactos nuevos de cualquiera en esa dirección, en este sitio. La dirección se guarda solo mientras dure.',
  'block.confirm': 'Bloquear',
  'block.done': '{name} fue bloqueado.',
  'block.lifted': 'Bloqueo deshecho: {name} puede escribir de nuevo.',
  'block.lift': 'Deshacer bloqueo',
  'block.until': 'Bloqueado hasta {when}',
  'block.forever': 'Bloqueado para siempre',
  'block.by': 'por {name}, {when}',
  'block.address': 'y la dirección IP',
  'block.list': 'Visitantes bloqueados',
  'block.list.hint': 'Los bloqueos que hiciste; quien supervisa ve todos. Cada uno termina solo a su tiempo.',
  'block.empty': 'Nadie está bloqueado.',
  'block.failed': 'No se pudo cargar.',
};
