import type { texts as original } from '../pt-BR/tags';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'tags.title': 'Tags',
  'tags.add': 'Add tag',
  'tags.none': 'No tag yet.',
  'tags.noMatch': 'No tag with this name.',
  'tags.all': 'All tags are here already.',
  'tags.remove': 'Remove tag {name}',
  'tags.inRow': 'tags: {names}',
  'tags.atEnd': 'Tags',
};
