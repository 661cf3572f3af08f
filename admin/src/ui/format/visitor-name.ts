import type { Visitor } from '../../../../plugins/attendance/protocol/interactions/people';
import type { Translate } from '../../i18n/useTexts';

/** How a visitor is called everywhere: by name, or by number while there is none. */
export function visitorName(visitor: Pick<Visitor, 'id' | 'name'>, t: Translate): string {
  return visitor.name === '' ? t('ui.visitor.unnamed', { id: String(visitor.id) }) : visitor.name;
}
