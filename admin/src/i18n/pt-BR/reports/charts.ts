export const texts = {
  'reports.charts.keys':
    'Setas andam entre os dias e as partes; Enter abre as interações; T mostra a tabela.',
  'reports.charts.table': 'Ver tabela',
  'reports.charts.chart': 'Ver gráfico',
  'reports.charts.drawn.chat': 'Chat',
  'reports.charts.drawn.voice': 'Voz',
  'reports.charts.drawn.video': 'Vídeo',
  'reports.charts.drawn.abandoned': 'Abandonadas',
  'reports.charts.drawn.missed': 'Toques perdidos',
  'reports.charts.drawn.median': 'Mediana',
  'reports.charts.drawn.p90': 'Percentil 90',
  'reports.charts.drawn.share': 'Dentro da meta',
};
