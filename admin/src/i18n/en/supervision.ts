import type { texts as original } from '../pt-BR/supervision';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'supervision.title': 'Supervision of {name}',
  'supervision.mark': 'You follow · the visitor does not see it',
  'supervision.close': 'Stop following',
  'supervision.pick': 'Choose an interaction to follow.',
  'supervision.with': 'with {name}',
  'supervision.waiting': 'waiting for {duration}',
  'supervision.attended': 'attended for {duration}',
  'supervision.typing': '{name} is typing…',
  'supervision.whisper.label': 'Whisper to {name}',
  'supervision.whisper.placeholder': 'Write to {name} alone',
  'supervision.whisper.banner': 'Only {name} and the team see it. The visitor does not.',
  'supervision.whisper.send': 'Whisper',
  'supervision.whisper.hint': 'Enter whispers, Shift+Enter breaks the line',
  'supervision.whisper.nobody': 'Nobody attends it yet: there is nobody to whisper to.',
  'supervision.whisper.refused': 'The whisper was not delivered and is back in the box. {reason}',
  'supervision.takeOver': 'Take over',
  'supervision.takeOver.title': 'Take over the interaction with {name}?',
  'supervision.takeOver.body':
    'It leaves the list of {agent} and comes into yours. The visitor sees that you attend them now.',
  'supervision.takeOver.queue': 'It leaves the queue and comes into your list.',
  'supervision.putBack': 'Put back',
  'supervision.putBack.title': 'Put {name} back in the queue?',
  'supervision.putBack.body':
    'The interaction leaves the list of {agent} and keeps its place in the queue. Somebody else gets it, if anybody is there.',
  'supervision.putBack.done': '{name} is back in the queue.',
  'supervision.end': 'End interaction',
  'supervision.end.title': 'End the interaction with {name}?',
  'supervision.end.body':
    'The conversation ends for the visitor and leaves the list of {agent}. It cannot be undone.',
  'supervision.end.confirm': 'End',
  'supervision.end.note': 'Note',
  'supervision.end.done': 'The interaction with {name} was ended.',
  'supervision.callEnds': 'The call that goes on is hung up.',
  'supervision.obstacle.offline': 'You are offline. Go online to take it over. Nothing has changed.',
  'supervision.obstacle.channel': 'You do not attend this channel. Nothing has changed.',
  'supervision.obstacle.full':
    'You have no free place. End or put back something first. Nothing has changed.',
  'supervision.obstacle.busy':
    'A call takes a whole agent, and you attend something else. Nothing has changed.',
  'supervision.obstacle.reserved': 'A call already waits for you. Nothing has changed.',
  'supervision.obstacle.away':
    'The visitor has left the page: wait until they are back. Nothing has changed.',
  'supervision.obstacle.ended': 'The visitor has ended it already. Nothing has changed.',
  'supervision.over': 'This interaction is over.',
  'supervision.yours': 'This interaction is yours now.',
  'supervision.yours.go': 'Go to Attendance',
  'supervision.forbidden': 'You may not supervise any more.',
  'supervision.failed': 'It could not be followed. {reason}',
  'supervision.gone': 'This interaction is over: look for it among the past ones.',
};
