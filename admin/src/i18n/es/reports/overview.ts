import type { texts as original } from '../../pt-BR/reports/overview';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.overview.nothing': 'Nada en este período.',
  'reports.overview.spread': 'mediana · p90 {p90}',
  'reports.overview.ofMeasured': '{part} de {whole} en meta',
  'reports.overview.ofAsked': '{part} de {whole} valoraron',
  'reports.overview.ofVolume': '{share} de las interacciones',
  'reports.overview.answered': '{share} atendidas',
  'reports.overview.day': 'Día',
  'reports.overview.hour': 'Hora',
  'reports.overview.measure': 'Medida',
  'reports.overview.change': 'Cambio',
  'reports.overview.change.new': 'sin valor antes',
  'reports.overview.change.up': 'Subió {size} frente al período anterior',
  'reports.overview.change.down': 'Bajó {size} frente al período anterior',
  'reports.overview.change.same': 'Igual que en el período anterior ({size})',
  'reports.overview.change.better': 'mejor',
  'reports.overview.change.worse': 'peor',
  'reports.overview.heat.cell':
    '{weekday}, {hour}: {count, plural, one {# interacción} other {# interacciones}}',
  'reports.overview.offlineMessages':
    '{left} dejados · {taken} tomados · {answered} respondidos · tiempo hasta la respuesta {time}',
  'reports.overview.volume.day': 'Interacciones por día',
  'reports.overview.volume.week': 'Interacciones por semana',
  'reports.overview.volume.month': 'Interacciones por mes',
  'reports.overview.before': 'comparado con {days}',
  'reports.overview.ratings': 'Valoraciones',
  'reports.overview.all': 'Todas las medidas',
};
