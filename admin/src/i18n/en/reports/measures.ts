import type { texts as original } from '../../pt-BR/reports/measures';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.measures.definition': 'Definition: {name}',
  'reports.measures.volume': 'Interactions',
  'reports.measures.volume.about':
    'Interactions requested in the period, by their channel at the end. Each belongs to the day and hour of its request.',
  'reports.measures.raised': 'Began as chat',
  'reports.measures.raised.about': 'Calls that began as a chat and were raised to voice or video.',
  'reports.measures.answered': 'Answered',
  'reports.measures.answered.about': 'Interactions that an agent opened.',
  'reports.measures.unanswered': 'Not opened',
  'reports.measures.unanswered.about': 'Assigned to somebody, and over before anybody opened them.',
  'reports.measures.abandoned': 'Abandoned',
  'reports.measures.abandoned.about':
    'The visitor gave up waiting in the queue, by choice or by leaving the page.',
  'reports.measures.gone': 'Visitor gone',
  'reports.measures.gone.about': 'Assigned, and ended because the visitor left and did not return in time.',
  'reports.measures.missed': 'Missed rings',
  'reports.measures.missed.about':
    'Rings that ran out, or were put back unopened. One interaction may have several.',
  'reports.measures.transferred': 'Transfers',
  'reports.measures.transferred.about':
    'Hand-overs to another agent or department; refused ones do not count.',
  'reports.measures.endedBy': 'Ended by',
  'reports.measures.endedBy.about':
    'Who ended it: the visitor, the agent, nobody (the visitor stayed away), a supervisor, or the system (the visitor was blocked).',
  'reports.measures.waiting': 'Waiting time',
  'reports.measures.waiting.about':
    'From the request to the first assignment. Abandoned ones are told apart.',
  'reports.measures.waitingOfAbandoned': 'Waiting time of abandoned',
  'reports.measures.waitingOfAbandoned.about': 'From the request until the visitor gave up.',
  'reports.measures.ring': 'Ring time',
  'reports.measures.ring.about':
    'From assignment to opening, or to the answer of a call, for each assignment; in the list of interactions, that of who opened it first.',
  'reports.measures.firstResponse': 'First response',
  'reports.measures.firstResponse.about':
    'From the request to the first public message of a person, or to the answer of a call. Greetings, notes, whispers and system lines do not count.',
  'reports.measures.response': 'Response time',
  'reports.measures.response.about':
    'From a visitor’s message to the agent’s next one; of several in a row, from the first.',
  'reports.measures.duration': 'Duration',
  'reports.measures.duration.about':
    'From the request to the end by the visitor or the agent, whichever came first.',
  'reports.measures.handling': 'Handling time',
  'reports.measures.handling.about':
    'Of each agent: from opening to the end, transfer or loss; of an interaction, their sum.',
  'reports.measures.wrapUp': 'Wrap-up',
  'reports.measures.wrapUp.about':
    'From the visitor’s end to the agent’s end; of a call, from its last hang-up if that came before. Without a visitor’s end, from the last hang-up or the last message after it.',
  'reports.measures.call': 'Call time',
  'reports.measures.call.about': 'Sum of the connected spans of all attempts.',
  'reports.measures.level': 'Service level',
  'reports.measures.level.about':
    'Share of answered interactions whose first response came within the level; answered and never responded to counts as not met. Those abandoned before it are left out; later ones count as not met.',
  'reports.measures.rating': 'Rating',
  'reports.measures.rating.about': 'Mean of the stars, or share of thumbs up, of those who rated.',
  'reports.measures.attended': 'Attended',
  'reports.measures.attended.about':
    'Assignments that the agent opened. An interaction with two agents counts for each.',
  'reports.measures.online': 'Time online',
  'reports.measures.online.about': 'Time spent online in the period, by the log of presence.',
  'reports.measures.outsideHours': 'Online outside hours',
  'reports.measures.outsideHours.about': 'Part of the time online outside business hours.',
  'reports.measures.occupancy': 'Occupancy',
  'reports.measures.occupancy.about': 'Share of the time online with at least one interaction held.',
  'reports.measures.chatsAtOnce': 'Chats at once',
  'reports.measures.chatsAtOnce.about': 'Time-weighted mean of chats held while at least one is.',
  'reports.measures.hours': 'Hours and weekdays',
  'reports.measures.hours.about': 'Interactions by the hour and weekday of their request.',
  'reports.measures.origins': 'Origins',
  'reports.measures.origins.about': 'Pages on which most visitors asked.',
  'reports.measures.tags': 'Tags',
  'reports.measures.tags.about': 'Tags used most; one interaction may have several.',
  'reports.measures.offlineMessages': 'Offline messages',
  'reports.measures.offlineMessages.about':
    'Messages left in the period, those that somebody took, those answered, and the time from leaving to the answer.',
};
