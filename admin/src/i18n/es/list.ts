import type { texts as original } from '../pt-BR/list';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'list.group.new': 'Nuevas',
  'list.group.pending': 'Esperan por ti',
  'list.group.answered': 'Sin pendientes',
  'list.group.away': 'Ausentes',
  'list.group.ended-by-visitor': 'Por finalizar',

  'list.label': 'Tus interacciones',
  'list.empty.online': 'Nadie espera por ti. La próxima persona aparece aquí, con un sonido.',
  'list.empty.offline': 'Estás fuera de línea. Ponte en línea para recibir interacciones.',
  'list.goOnline': 'Ponerme en línea',
  'list.loading': 'Conectando…',
  'list.you': 'Tú: {text}',
  'list.unread': '{count, plural, one {# mensaje sin leer} other {# mensajes sin leer}}',
  'list.ring': 'Pasa a otro agente en',
  'list.noText': 'Aún sin mensajes',

  'list.capacity.label': 'Capacidad',
  'list.capacity.chats': '{chats}/{capacity} chats',
  'list.capacity.callFree': 'voz y video libres',
  'list.capacity.callTaken': 'voz y video ocupados',
  'list.capacity.inCall': 'en llamada: no llega nada más',
  'list.capacity.offline': 'fuera de línea: no llega nada',
  'list.capacity.offline.missed': 'fuera de línea: varias interacciones seguidas no se abrieron',
  'list.capacity.offline.lost': 'fuera de línea: la conexión se perdió demasiado tiempo',
  'list.capacity.offline.supervisor': 'fuera de línea: puesto por un supervisor',
  'list.capacity.reserved': 'reservado: una llamada te espera',
  'list.capacity.full': 'lleno: los próximos esperan en la cola',

  'list.callWaits':
    '{count, plural, one {Una llamada espera a que finalices esta interacción} other {Una llamada espera a que finalices estas # interacciones}}',
  'list.queue.title': 'Cola de espera',
  'list.queue.empty': 'Nadie en la cola.',
  'list.queue.more': '{count, plural, one {y # más} other {y # más}}',
  'list.queue.away': 'salió de la página',
  'list.offline.title': 'Mensajes dejados',
  'list.offline.empty': 'Ningún mensaje por responder.',
  'list.offline.take': 'Tomarlo',
  'list.offline.taken': 'Con {name}',
  'list.offline.takenByMe': 'Contigo',
  'list.offline.reply': 'Responder por correo',
  'list.offline.answered': 'Marcar como respondido',
  'list.offline.from': 'Dejado en {site}',
  'list.offline.subject': 'Tu mensaje a {site}',

  'list.sound.blocked': 'El navegador bloquea el sonido hasta que hagas clic en la página.',
  'list.sound.enable': 'Activar el sonido',
  'list.sound.test': 'Probar el sonido',

  'list.draft.badge': 'Borrador',
  'list.draft.note': 'nota para el equipo',
};
