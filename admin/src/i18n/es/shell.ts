import type { texts as original } from '../pt-BR/shell';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'shell.switch.online': 'Atención en línea',
  'shell.switch.offline': 'Atención fuera de línea',
  'shell.switch.label': 'Recibir interacciones',
  'shell.notification.new': 'Nueva interacción',
  'shell.notification.title': '({count}) Nueva interacción',
  'shell.notification.body': '{name} espera por ti.',
  'shell.announce.new': 'Nueva interacción: {name}',
  'shell.announce.ended': '{name} finalizó',
  'shell.notification.call': 'Llamada entrante',
  'shell.notification.callBody': '{name} te llama.',
  'shell.announce.call': 'Llamada de {name}',
  'shell.whisper': '{name}, solo para ti: {body}',
  'shell.setOffline': 'Un supervisor te puso fuera de línea.',
  'shell.setOffline.why': 'Un supervisor te puso fuera de línea. {reason}',
};
