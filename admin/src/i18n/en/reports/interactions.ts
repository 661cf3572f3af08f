import type { texts as original } from '../../pt-BR/reports/interactions';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.interactions.requestedAt': 'Requested at',
  'reports.interactions.beganAs': 'Began as',
  'reports.interactions.agents': 'Who attended',
  'reports.interactions.outcome': 'Outcome',
  'reports.interactions.endedBy': 'Ended by',
  'reports.interactions.endedAt': 'Ended at',
  'reports.interactions.closingTag': 'Closing tag',
  'reports.interactions.closingNote': 'Closing note',
  'reports.interactions.comment': 'Comment of the rating',
  'reports.interactions.referrer': 'Referrer',
  'reports.interactions.language': 'Language',
  'reports.interactions.answers': 'Answers of the form',
  'reports.interactions.page': '{from}–{to} of {total}',
  'reports.interactions.previous': 'Previous page',
  'reports.interactions.next': 'Next page',
  'reports.interactions.open': '{when}, open the interaction of {name}',
  'reports.interactions.missing':
    'The interaction of this link is not on this page of the list: the filters, the order or the list have changed.',
  'reports.interactions.missing.close': 'Dismiss',
  'reports.interactions.deleted': 'Conversation deleted by retention',
  'reports.interactions.deleted.about': 'Retention has deleted this conversation. Its figures stay.',
  'reports.interactions.transcript': 'Conversation',
  'reports.interactions.held': '{name}, from {when}, for {time}',
  'reports.interactions.heldUnopened': '{name}, from {when}, not opened within {time}',
};
