import type { texts as original } from '../../pt-BR/settings/blocks';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.blocks.page': 'Blocks',
  'settings.blocks.intro': 'Visitors who cannot write now. Each block ends by itself.',
  'settings.blocks.empty': 'Nobody is blocked. Agents block a visitor in the visitor’s panel.',
  'settings.blocks.lift': 'Lift',
  'settings.blocks.lift.title': 'Lift the block of {name}?',
  'settings.blocks.lift.body':
    'The visitor may write again at once. The record of changes keeps who lifted it.',
  'settings.blocks.lift.confirm': 'Lift block',
  'settings.blocks.lift.failed': 'It could not be lifted. Try again.',
};
