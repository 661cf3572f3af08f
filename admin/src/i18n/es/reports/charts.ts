import type { texts as original } from '../../pt-BR/reports/charts';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.charts.keys':
    'Las flechas recorren los días y las partes; Enter abre las interacciones; T muestra la tabla.',
  'reports.charts.table': 'Ver tabla',
  'reports.charts.chart': 'Ver gráfico',
  'reports.charts.drawn.chat': 'Chat',
  'reports.charts.drawn.voice': 'Voz',
  'reports.charts.drawn.video': 'Video',
  'reports.charts.drawn.abandoned': 'Abandonadas',
  'reports.charts.drawn.missed': 'Timbres perdidos',
  'reports.charts.drawn.median': 'Mediana',
  'reports.charts.drawn.p90': 'Percentil 90',
  'reports.charts.drawn.share': 'Dentro de la meta',
};
