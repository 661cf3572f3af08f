import type { texts as original } from '../pt-BR/shell';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'shell.switch.online': 'Attendance online',
  'shell.switch.offline': 'Attendance offline',
  'shell.switch.label': 'Receive interactions',
  'shell.notification.new': 'New interaction',
  'shell.notification.title': '({count}) New interaction',
  'shell.notification.body': '{name} is waiting for you.',
  'shell.announce.new': 'New interaction: {name}',
  'shell.announce.ended': '{name} ended',
  'shell.notification.call': 'Incoming call',
  'shell.notification.callBody': '{name} is calling you.',
  'shell.announce.call': 'Call from {name}',
  'shell.whisper': '{name}, only to you: {body}',
  'shell.setOffline': 'A supervisor set you offline.',
  'shell.setOffline.why': 'A supervisor set you offline. {reason}',
};
