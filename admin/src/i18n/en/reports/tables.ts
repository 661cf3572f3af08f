import type { texts as original } from '../../pt-BR/reports/tables';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.tables.columns': 'Columns',
  'reports.tables.columns.reset': 'Reset columns',
  'reports.tables.handOvers': 'Who handed on to whom',
  'reports.tables.handOvers.from': 'From',
  'reports.tables.handOvers.to': 'To',
  'reports.tables.handOvers.count': 'How many',
  'reports.tables.handOvers.nobody': 'Nobody: the visitor left before',
  'reports.tables.absent': '{count} without',
};
