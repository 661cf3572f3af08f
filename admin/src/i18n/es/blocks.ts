import type { texts as original } from '../pt-BR/blocks';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'blocks.title': '¿Bloquear a {name}?',
  'blocks.open': 'Bloquear visitante',
  'blocks.body':
    'La conversación termina ahora para el visitante, que no puede escribir hasta el fin del bloqueo. Eso no vuelve atrás, pero el bloqueo se puede deshacer.',
  'blocks.reason': 'Motivo',
  'blocks.reason.hint': 'Solo lo ve el equipo.',
  'blocks.duration': 'Por cuánto tiempo',
  'blocks.duration.hour': '1 hora',
  'blocks.duration.day': '1 día',
  'blocks.duration.week': '7 días',
  'blocks.duration.forever': 'Para siempre',
  'blocks.withAddress': 'Bloquear también la dirección IP',
  'blocks.withAddress.hint':
    'Rechaza contactos nuevos de cualquiera en esa dirección, en este sitio. La dirección se guarda solo mientras dure.',
  'blocks.confirm': 'Bloquear',
  'blocks.done': '{name} fue bloqueado.',
  'blocks.lifted': 'Bloqueo deshecho: {name} puede escribir de nuevo.',
  'blocks.lift': 'Deshacer bloqueo',
  'blocks.until': 'Bloqueado hasta {when}',
  'blocks.forever': 'Bloqueado para siempre',
  'blocks.by': 'por {name}, {when}',
  'blocks.address': 'y la dirección IP',
  'blocks.list': 'Visitantes bloqueados',
  'blocks.list.hint':
    'Los bloqueos que hiciste; quien supervisa ve todos. Cada uno termina solo a su tiempo.',
  'blocks.empty': 'Nadie está bloqueado.',
  'blocks.failed': 'No se pudo cargar.',
};
