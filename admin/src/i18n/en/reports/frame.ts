import type { texts as original } from '../../pt-BR/reports/frame';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.frame.title': 'Reports',
  'reports.frame.loading': 'Loading the report',
  'reports.frame.failed': 'The report could not be read.',
  'reports.frame.empty': 'No interactions in this period with these filters.',
  'reports.frame.unread':
    'Older interactions are still being read: {count, plural, one {# left} other {# left}}. The figures grow until then.',
  'reports.frame.zone': 'time zone {zone}',
  'reports.frame.levels': 'levels: {chat} s for chats, {call} s for calls',
  'reports.frame.print': 'Print',
  'reports.frame.none': 'No department',
  'reports.frame.figure': '{name}, {measure}: {value}',
  'reports.frame.open': '{value}, {name}: see the interactions',
  'reports.frame.ownDay.intro': 'What you did today.',
  'reports.frame.tab.overview': 'Overview',
  'reports.frame.tab.agents': 'Agents',
  'reports.frame.tab.departments': 'Departments',
  'reports.frame.tab.sites': 'Sites',
  'reports.frame.tab.interactions': 'Interactions',
  'reports.frame.tab.own-day': 'My day',
  'reports.frame.spreads': 'Times are median · 90th percentile · mean (ø); “without” have no such time.',
  'reports.frame.compared': 'Arrows compare with {days}.',
};
