import type { Visitor } from '../../../../plugins/attendance/protocol/interactions/people';
import type { Translate } from '../../i18n/useTexts';

/** Returns a visitor's display name: the name, or the number while there is none. */
export function visitorName(visitor: Pick<Visitor, 'id' | 'name'>, t: Translate): string {
  return visitor.name === '' ? t('ui.visitor.unnamed', { id: String(visitor.id) }) : visitor.name;
}
