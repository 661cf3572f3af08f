import type { texts as original } from '../pt-BR/page';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'page.title': 'Attendance',

  'page.connection.connecting': 'Connecting to attendance…',
  'page.connection.reconnecting': 'No connection. What you write is kept, and sent when it is back.',
  'page.connection.refused': 'Attendance refused the connection: {reason}',

  'page.palette.label': 'Go to',
  'page.palette.placeholder': 'Find an interaction or action',
  'page.palette.goOffline': 'Go offline',
  'page.palette.empty': 'Nothing found.',
  'page.palette.interactions': 'Interactions',
  'page.palette.actions': 'Actions',
};
