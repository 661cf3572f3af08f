import type { texts as original } from '../../pt-BR/reports/tables';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.tables.columns': 'Columnas',
  'reports.tables.columns.reset': 'Restablecer columnas',
  'reports.tables.handOvers': 'Quién pasó a quién',
  'reports.tables.handOvers.from': 'De',
  'reports.tables.handOvers.to': 'A',
  'reports.tables.handOvers.count': 'Cuántas',
  'reports.tables.handOvers.nobody': 'Nadie: el cliente se fue antes',
  'reports.tables.absent': '{count} sin',
};
