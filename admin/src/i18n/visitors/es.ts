import type { VisitorTexts } from './pt-BR';

export const esVisitors: VisitorTexts = {
  'visitors.find': 'Buscar visitante',
  'visitors.find.merge': 'Buscar y unir',
  'visitors.find.hint': 'Nombre, correo, teléfono o documento',
  'visitors.results': 'Visitantes encontrados',
  'visitors.ask':
    'Escribe el comienzo de un nombre, correo, teléfono o documento. Encuentras a quienes atendiste; quien supervisa encuentra a todos.',
  'visitors.none': 'No se encontró a nadie. Revisa lo escrito, o busca por otro dato.',
  'visitors.failed': 'No se pudo buscar.',
  'visitors.more': 'Mostrar más',
  'visitors.cut': 'Hay muchos así: escribe más para encontrarlos todos.',
  'visitors.found':
    '{count, plural, =0 {No se encontró a nadie} one {# visitante encontrado} other {# visitantes encontrados}}',
  'visitors.count': '{count, plural, =0 {ningún contacto} one {# contacto} other {# contactos}}',
  'visitors.last': 'último el {when}',
  'visitors.conversation': 'Abrir conversación',
  'duplicate.title': 'Parece ser la misma persona',
  'duplicate.shares': 'En común: {fields}',
  'duplicate.dismiss': 'No lo es',
  'merge.open': 'Unir',
  'merge.title': 'Unir dos visitantes',
  'merge.this': 'En esta atención',
  'merge.other': 'Otro visitante',
  'merge.choose': '{field}: ¿cuál queda?',
  'merge.warning':
    'No se puede deshacer. El historial de ambos queda junto, y los navegadores de ambos serán reconocidos como esta persona: une solo con la certeza de que es la misma.',
  'merge.blocked': '{name} tiene un bloqueo, que valdrá para ambos: la conversación acaba para el visitante.',
  'merge.bothLive':
    'Ambos tienen una conversación en curso en el mismo sitio. Termina una de ellas y después une a los visitantes.',
  'merge.failed': 'No se pudo comparar: quizá ya fueron unidos.',
  'merge.changed': 'Algo cambió mientras elegías. Revísalo e inténtalo de nuevo.',
  'merge.confirm': 'Unir',
  'merge.done': 'Ahora son una sola persona.',
  'merge.news': '{name} se unió a otro visitante; el historial está junto.',
  'agents.photo': 'Foto',
  'agents.photo.hint': 'Los visitantes la ven en lugar de la imagen de agentes del sitio.',
  'settings.blocks': 'Bloqueos',
  'blocks.intro': 'Visitantes que no pueden escribir ahora. Cada bloqueo acaba solo al final del plazo.',
  'blocks.empty': 'Nadie está bloqueado. Quien atiende bloquea a un visitante desde el panel del cliente.',
  'blocks.lift': 'Deshacer',
  'blocks.lift.title': '¿Deshacer el bloqueo de {name}?',
  'blocks.lift.body':
    'El visitante puede volver a escribir ahora. El registro de cambios guarda quién lo deshizo.',
  'blocks.lift.confirm': 'Deshacer bloqueo',
  'blocks.lift.failed': 'No se pudo deshacer. Inténtalo de nuevo.',
};
