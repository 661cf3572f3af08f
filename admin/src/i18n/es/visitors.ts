import type { texts as original } from '../pt-BR/visitors';

export const texts: Readonly<Record<keyof typeof original, string>> = {
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
  'visitors.duplicate.title': 'Parece ser la misma persona',
  'visitors.duplicate.shares': 'En común: {fields}',
  'visitors.duplicate.dismiss': 'No lo es',
  'visitors.merge.open': 'Unir',
  'visitors.merge.title': 'Unir dos visitantes',
  'visitors.merge.this': 'En esta atención',
  'visitors.merge.other': 'Otro visitante',
  'visitors.merge.choose': '{field}: ¿cuál queda?',
  'visitors.merge.warning':
    'No se puede deshacer. El historial de ambos queda junto, y los navegadores de ambos serán reconocidos como esta persona: une solo con la certeza de que es la misma.',
  'visitors.merge.blocked':
    '{name} tiene un bloqueo, que valdrá para ambos: la conversación acaba para el visitante.',
  'visitors.merge.bothLive':
    'Ambos tienen una conversación en curso en el mismo sitio. Termina una de ellas y después une a los visitantes.',
  'visitors.merge.failed': 'No se pudo comparar: quizá ya fueron unidos.',
  'visitors.merge.changed': 'Algo cambió mientras elegías. Revísalo e inténtalo de nuevo.',
  'visitors.merge.confirm': 'Unir',
  'visitors.merge.done': 'Ahora son una sola persona.',
  'visitors.merge.news': '{name} se unió a otro visitante; el historial está junto.',
};
