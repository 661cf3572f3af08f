import type { texts as original } from '../../pt-BR/supervision/follow';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'supervision.follow.title': 'Supervision of {name}',
  'supervision.follow.mark': 'You follow · the visitor does not see it',
  'supervision.follow.close': 'Stop following',
  'supervision.follow.with': 'with {name}',
  'supervision.follow.waiting': 'waiting for {duration}',
  'supervision.follow.attended': 'attended for {duration}',
  'supervision.follow.typing': '{name} is typing…',
  'supervision.follow.whisper.label': 'Whisper to {name}',
  'supervision.follow.whisper.placeholder': 'Write to {name} alone',
  'supervision.follow.whisper.banner': 'Only {name} and the team see it. The visitor does not.',
  'supervision.follow.whisper.send': 'Whisper',
  'supervision.follow.whisper.hint': 'Enter whispers, Shift+Enter breaks the line',
  'supervision.follow.whisper.nobody': 'Nobody attends it yet: there is nobody to whisper to.',
  'supervision.follow.whisper.refused': 'The whisper was not delivered and is back in the box. {reason}',
  'supervision.follow.takeOver': 'Take over',
  'supervision.follow.takeOver.title': 'Take over the interaction with {name}?',
  'supervision.follow.takeOver.body':
    'It leaves the list of {agent} and comes into yours. The visitor sees that you attend them now.',
  'supervision.follow.takeOver.queue': 'It leaves the queue and comes into your list.',
  'supervision.follow.putBack': 'Put back',
  'supervision.follow.putBack.title': 'Put {name} back in the queue?',
  'supervision.follow.putBack.body':
    'The interaction leaves the list of {agent} and keeps its place in the queue. Somebody else gets it, if anybody is there.',
  'supervision.follow.putBack.done': '{name} is back in the queue.',
  'supervision.follow.end': 'End interaction',
  'supervision.follow.end.title': 'End the interaction with {name}?',
  'supervision.follow.end.body':
    'The conversation ends for the visitor and leaves the list of {agent}. It cannot be undone.',
  'supervision.follow.end.confirm': 'End',
  'supervision.follow.end.note': 'Note',
  'supervision.follow.end.done': 'The interaction with {name} was ended.',
  'supervision.follow.callEnds': 'The call that goes on is hung up.',
  'supervision.follow.obstacle.offline': 'You are offline. Go online to take it over. Nothing has changed.',
  'supervision.follow.obstacle.channel': 'You do not attend this channel. Nothing has changed.',
  'supervision.follow.obstacle.full':
    'You have no free place. End or put back something first. Nothing has changed.',
  'supervision.follow.obstacle.busy':
    'A call needs the whole agent, and you attend something else. Nothing has changed.',
  'supervision.follow.obstacle.reserved': 'A call already waits for you. Nothing has changed.',
  'supervision.follow.obstacle.away':
    'The visitor has left the page: wait until they are back. Nothing has changed.',
  'supervision.follow.obstacle.ended': 'The visitor has ended it already. Nothing has changed.',
  'supervision.follow.over': 'This interaction is over.',
  'supervision.follow.yours': 'This interaction is yours now.',
  'supervision.follow.yours.go': 'Go to Attendance',
  'supervision.follow.forbidden': 'You may not supervise any more.',
  'supervision.follow.failed': 'It could not be followed. {reason}',
  'supervision.follow.gone': 'This interaction is over: look for it among the past ones.',
};
