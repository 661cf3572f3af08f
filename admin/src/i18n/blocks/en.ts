import type { BlockTexts } from './pt-BR';

export const enBlocks: BlockTexts = {
  'line.visitor-blocked': 'The visitor was blocked',
  'conversation.blockedBanner':
    'Visitor blocked: the conversation is over for them. End it to free the slot.',
  'block.title': 'Block {name}?',
  'block.open': 'Block visitor',
  'block.body':
    'The conversation is over for the visitor now, and they cannot write until the block ends. That cannot be taken back, but the block can be lifted.',
  'block.reason': 'Reason',
  'block.reason.hint': 'Only the team sees it.',
  'block.duration': 'For how long',
  'block.duration.hour': '1 hour',
  'block.duration.day': '1 day',
  'block.duration.week': '7 days',
  'block.duration.forever': 'For ever',
  'block.withAddress': 'Block the IP address too',
  'block.withAddress.hint':
    'Refuses new contacts of anybody at that address, on this site. The address is kept only while it lasts.',
  'block.confirm': 'Block',
  'block.done': '{name} was blocked.',
  'block.lifted': 'Block lifted: {name} can write again.',
  'block.lift': 'Lift block',
  'block.until': 'Blocked until {when}',
  'block.forever': 'Blocked for ever',
  'block.by': 'by {name}, {when}',
  'block.address': 'and the IP address',
  'block.list': 'Blocked visitors',
  'block.list.hint': 'The blocks that you made; supervisors see all. Each ends by itself in its time.',
  'block.empty': 'Nobody is blocked.',
  'block.failed': 'Could not be loaded.',
};
