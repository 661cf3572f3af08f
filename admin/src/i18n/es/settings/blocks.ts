import type { texts as original } from '../../pt-BR/settings/blocks';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.blocks.page': 'Bloqueos',
  'settings.blocks.intro':
    'Visitantes que no pueden escribir ahora. Cada bloqueo acaba solo al final del plazo.',
  'settings.blocks.empty':
    'Nadie está bloqueado. Quien atiende bloquea a un visitante desde el panel del cliente.',
  'settings.blocks.lift': 'Deshacer',
  'settings.blocks.lift.title': '¿Deshacer el bloqueo de {name}?',
  'settings.blocks.lift.body':
    'El visitante puede volver a escribir ahora. El registro de cambios guarda quién lo deshizo.',
  'settings.blocks.lift.confirm': 'Deshacer bloqueo',
  'settings.blocks.lift.failed': 'No se pudo deshacer. Inténtalo de nuevo.',
};
