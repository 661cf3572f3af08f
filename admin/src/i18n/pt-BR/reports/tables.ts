export const texts = {
  'reports.tables.columns': 'Colunas',
  'reports.tables.columns.reset': 'Restaurar colunas padrão',
  'reports.tables.handOvers': 'Quem passou para quem',
  'reports.tables.handOvers.from': 'De',
  'reports.tables.handOvers.to': 'Para',
  'reports.tables.handOvers.count': 'Quantas',
  'reports.tables.handOvers.nobody': 'Ninguém: o cliente saiu antes',
  'reports.tables.absent': '{count} sem',
};
