import type { texts as original } from '../pt-BR/page';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'page.title': 'Atención',

  'page.connection.connecting': 'Conectando a la atención…',
  'page.connection.reconnecting': 'Sin conexión. Lo que escribas se guarda y se envía cuando vuelva.',
  'page.connection.refused': 'La atención rechazó la conexión: {reason}',

  'page.palette.label': 'Ir a',
  'page.palette.placeholder': 'Busca una interacción o acción',
  'page.palette.goOffline': 'Ponerme fuera de línea',
  'page.palette.empty': 'Nada encontrado.',
  'page.palette.interactions': 'Interacciones',
  'page.palette.actions': 'Acciones',
};
