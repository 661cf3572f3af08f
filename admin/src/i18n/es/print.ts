import type { texts as original } from '../pt-BR/print';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'print.action': 'Imprimir conversación',
  'print.failed': 'No se pudo leer toda la conversación para imprimirla. Inténtalo de nuevo.',
  'print.partial': 'Lo anterior no está aquí: usa el botón de imprimir, o Ctrl+P, en la pantalla del agente.',
  'print.title': 'Conversación con {name}',
  'print.at': 'Impreso el {when}',
  'print.ongoing': 'en curso',
  'print.files': 'Archivos: {names}',
};
