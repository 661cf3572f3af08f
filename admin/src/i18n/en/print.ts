import type { texts as original } from '../pt-BR/print';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'print.action': 'Print conversation',
  'print.failed': 'The whole conversation could not be read for printing. Try again.',
  'print.partial': 'What came before is not here: use the print button, or Ctrl+P, on the agent’s screen.',
  'print.title': 'Conversation with {name}',
  'print.at': 'Printed {when}',
  'print.ongoing': 'going on',
  'print.files': 'Files: {names}',
};
