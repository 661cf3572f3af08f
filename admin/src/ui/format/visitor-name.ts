import type { Visitor } from '../../../../plugins/attendance/protocol/entities';
import type { Translate } from '../../i18n/useTexts';

/** How a visitor is called everywhere: by name, or by number while there is none. */
export function visitorName(visitor: Pick<Visitor, 'id' | 'name'>, t: Translate): string {
  return visitor.name === '' ? t('ui.visitor.unnamed', { id: String(visitor.id) }) : visitor.name;
}

/** One or two letters for the round picture. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => (word === undefined ? '' : [...word].slice(0, 1).join('')))
    .join('')
    .toUpperCase();
}
