import type { texts as original } from '../pt-BR/list';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'list.group.new': 'New',
  'list.group.pending': 'Waiting for you',
  'list.group.answered': 'Nothing pending',
  'list.group.away': 'Away',
  'list.group.ended-by-visitor': 'To end',

  'list.label': 'Your interactions',
  'list.empty.online': 'Nobody is waiting for you. The next person appears here, with a sound.',
  'list.empty.offline': 'You are offline. Go online to receive interactions.',
  'list.goOnline': 'Go online',
  'list.loading': 'Connecting…',
  'list.you': 'You: {text}',
  'list.unread': '{count, plural, one {# unread message} other {# unread messages}}',
  'list.ring': 'Passes to another agent in',
  'list.noText': 'No messages yet',

  'list.capacity.label': 'Capacity',
  'list.capacity.chats': '{chats}/{capacity} chats',
  'list.capacity.callFree': 'voice and video free',
  'list.capacity.callTaken': 'voice and video taken',
  'list.capacity.inCall': 'in a call: nothing else arrives',
  'list.capacity.offline': 'offline: nothing arrives',
  'list.capacity.offline.missed': 'offline: several interactions in a row were not opened',
  'list.capacity.offline.lost': 'offline: the connection was lost for too long',
  'list.capacity.offline.supervisor': 'offline: set by a supervisor',
  'list.capacity.reserved': 'reserved: a call waits for you',
  'list.capacity.full': 'full: the next ones wait in the queue',

  'list.callWaits':
    '{count, plural, one {A call waits until you end this interaction} other {A call waits until you end these # interactions}}',
  'list.queue.title': 'Queue',
  'list.queue.empty': 'Nobody is in the queue.',
  'list.queue.more': '{count, plural, one {and # more} other {and # more}}',
  'list.queue.away': 'left the page',
  'list.offline.title': 'Messages left',
  'list.offline.empty': 'No message to answer.',
  'list.offline.take': 'Take it',
  'list.offline.taken': 'With {name}',
  'list.offline.takenByMe': 'With you',
  'list.offline.reply': 'Answer by e-mail',
  'list.offline.answered': 'Mark as answered',
  'list.offline.from': 'Left on {site}',
  'list.offline.subject': 'Your message to {site}',

  'list.sound.blocked': 'The browser blocks sound until you click on the page.',
  'list.sound.enable': 'Turn sound on',
  'list.sound.test': 'Test the sound',

  'list.draft.badge': 'Draft',
  'list.draft.note': 'note for the team',
};
