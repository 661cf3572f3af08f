import type { texts as original } from '../../pt-BR/settings/general';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.general.capacity': 'Chats at once, for each agent',
  'settings.general.page': 'General',
  'settings.general.intro': 'What holds for every agent and site.',
  'settings.general.distribution': 'Distribution',
  'settings.general.absence': 'Absences',
  'settings.general.capacity.hint': 'For whoever has no number of their own. 0: no chats.',
  'settings.general.ring': 'Ring time',
  'settings.general.ring.hint':
    'When it is not opened in this time, an interaction passes to another agent. 0: never.',
  'settings.general.missed': 'Missed in a row until Offline',
  'settings.general.missed.hint':
    'Whoever does not open so many in a row is set Offline, and told so. 0: never.',
  'settings.general.reserve': 'Wait of a call until its reservation',
  'settings.general.reserve.hint': 'After it, one agent gets no new chats until they are free for the call.',
  'settings.general.persist': 'Time a visitor has to come back',
  'settings.general.persist.hint':
    'After leaving the page without ending. Then the interaction is over for them.',
  'settings.general.grace': 'Time without connection',
  'settings.general.grace.hint': 'Then the chats go back to the queue, and the agent is Offline.',
  'settings.general.reports.page': 'Reports',
  'settings.general.reports.intro': 'Time zone, service levels, and what shows while somebody follows.',
  'settings.general.reports.days': 'Days and hours',
  'settings.general.reports.zone': 'Time zone of the reports',
  'settings.general.reports.zone.hint':
    'Days, hours and weekdays are cut in it, whatever the browser’s own zone is.',
  'settings.general.reports.zone.hours': 'The same as the business hours',
  'settings.general.reports.level': 'Service level',
  'settings.general.reports.level.hint': 'Time to the first response that counts as within the level.',
  'settings.general.reports.chatLevelMs': 'Level of chats',
  'settings.general.reports.chatLevelMs.hint':
    'From the request to the first message of a person of the team.',
  'settings.general.reports.callLevelMs': 'Level of calls',
  'settings.general.reports.callLevelMs.hint': 'From the request until the call is answered.',
  'settings.general.reports.supervision': 'Supervision',
  'settings.general.reports.followers': 'Show agents who follows',
  'settings.general.reports.followers.hint': 'Whoever attends sees “Sofia is following”. Visitors never do.',
};
