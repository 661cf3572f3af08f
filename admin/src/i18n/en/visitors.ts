import type { texts as original } from '../pt-BR/visitors';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'visitors.find': 'Find a visitor',
  'visitors.find.merge': 'Search and merge',
  'visitors.find.hint': 'Name, e-mail, phone or document',
  'visitors.results': 'Visitors found',
  'visitors.ask':
    'Type the beginning of a name, e-mail, phone or document. You find those whom you attended; supervisors find all.',
  'visitors.none': 'Nobody found. Check what you typed, or search by something else.',
  'visitors.failed': 'The search failed.',
  'visitors.more': 'Show more',
  'visitors.cut': 'There are many like this: type more to find them all.',
  'visitors.found': '{count, plural, =0 {Nobody found} one {# visitor found} other {# visitors found}}',
  'visitors.count': '{count, plural, =0 {no contact} one {# contact} other {# contacts}}',
  'visitors.last': 'last on {when}',
  'visitors.conversation': 'Open conversation',
  'visitors.duplicate.title': 'This seems to be the same person',
  'visitors.duplicate.shares': 'In common: {fields}',
  'visitors.duplicate.dismiss': 'They are not',
  'visitors.merge.open': 'Merge',
  'visitors.merge.title': 'Merge two visitors',
  'visitors.merge.this': 'In this interaction',
  'visitors.merge.other': 'The other visitor',
  'visitors.merge.choose': '{field}: which one stays?',
  'visitors.merge.warning':
    'This cannot be undone. The history of both is kept together, and the browsers of both are recognised as this person: merge only when you are certain that they are the same.',
  'visitors.merge.blocked':
    '{name} is blocked, and the block will hold for both: the conversation is over for the visitor.',
  'visitors.merge.bothLive':
    'Both have a conversation going on on the same site. End one of them, and then merge the visitors.',
  'visitors.merge.failed': 'They could not be compared: they may have been merged already.',
  'visitors.merge.changed': 'Something changed while you were choosing. Check it and try again.',
  'visitors.merge.confirm': 'Merge',
  'visitors.merge.done': 'They are one person now.',
  'visitors.merge.news': '{name} was merged with another visitor; the history is together.',
};
