import type { texts as original } from '../../pt-BR/reports/charts';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.charts.keys':
    'Arrows move between days and parts; Enter opens the interactions; T shows the table.',
  'reports.charts.table': 'Show table',
  'reports.charts.chart': 'Show chart',
  'reports.charts.drawn.chat': 'Chat',
  'reports.charts.drawn.voice': 'Voice',
  'reports.charts.drawn.video': 'Video',
  'reports.charts.drawn.abandoned': 'Abandoned',
  'reports.charts.drawn.missed': 'Missed rings',
  'reports.charts.drawn.median': 'Median',
  'reports.charts.drawn.p90': '90th percentile',
  'reports.charts.drawn.share': 'Within the level',
};
