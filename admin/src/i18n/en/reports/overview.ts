import type { texts as original } from '../../pt-BR/reports/overview';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.overview.nothing': 'Nothing in this period.',
  'reports.overview.spread': 'median · p90 {p90}',
  'reports.overview.ofMeasured': '{part} of {whole} within',
  'reports.overview.ofAsked': '{part} of {whole} rated',
  'reports.overview.ofVolume': '{share} of interactions',
  'reports.overview.answered': '{share} answered',
  'reports.overview.day': 'Day',
  'reports.overview.hour': 'Hour',
  'reports.overview.measure': 'Measure',
  'reports.overview.change': 'Change',
  'reports.overview.change.new': 'nothing before',
  'reports.overview.change.up': 'Up {size} on the period before',
  'reports.overview.change.down': 'Down {size} on the period before',
  'reports.overview.change.same': 'As in the period before ({size})',
  'reports.overview.change.better': 'better',
  'reports.overview.change.worse': 'worse',
  'reports.overview.heat.cell':
    '{weekday}, {hour}: {count, plural, one {# interaction} other {# interactions}}',
  'reports.overview.offlineMessages':
    '{left} left · {taken} taken · {answered} answered · time to answer {time}',
  'reports.overview.volume.day': 'Interactions by day',
  'reports.overview.volume.week': 'Interactions by week',
  'reports.overview.volume.month': 'Interactions by month',
  'reports.overview.before': 'compared with {days}',
  'reports.overview.ratings': 'Ratings',
  'reports.overview.all': 'All measures',
};
