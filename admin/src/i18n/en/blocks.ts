import type { texts as original } from '../pt-BR/blocks';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'blocks.title': 'Block {name}?',
  'blocks.open': 'Block visitor',
  'blocks.body':
    'The conversation is over for the visitor now, and they cannot write until the block ends. That cannot be taken back, but the block can be lifted.',
  'blocks.reason': 'Reason',
  'blocks.reason.hint': 'Only the team sees it.',
  'blocks.duration': 'For how long',
  'blocks.duration.hour': '1 hour',
  'blocks.duration.day': '1 day',
  'blocks.duration.week': '7 days',
  'blocks.duration.forever': 'For ever',
  'blocks.withAddress': 'Block the IP address too',
  'blocks.withAddress.hint':
    'Refuses new contacts of anybody at that address, on this site. The address is kept only while it lasts.',
  'blocks.confirm': 'Block',
  'blocks.done': '{name} was blocked.',
  'blocks.lifted': 'Block lifted: {name} can write again.',
  'blocks.lift': 'Lift block',
  'blocks.until': 'Blocked until {when}',
  'blocks.forever': 'Blocked for ever',
  'blocks.by': 'by {name}, {when}',
  'blocks.address': 'and the IP address',
  'blocks.list': 'Blocked visitors',
  'blocks.list.hint': 'The blocks that you made; supervisors see all. Each ends by itself in its time.',
  'blocks.empty': 'Nobody is blocked.',
  'blocks.failed': 'Could not be loaded.',
};
