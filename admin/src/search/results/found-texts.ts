import type { Excerpt, FoundInteraction } from '../../../../plugins/attendance/protocol/search/search';
import { findWords } from '../../../../plugins/attendance/protocol/shared/text/search-words';
import type { Visitor } from '../../../../plugins/attendance/protocol/interactions/people';
import type { Translate } from '../../i18n/useTexts';
import { visitorName } from '../../ui/format/visitor-name';

/** Returns the label of the excerpt's writer, which precedes it. */
export function writerOf(excerpt: Excerpt, visitor: Visitor, t: Translate): string {
  const isVisitors = excerpt.side === 'visitor';
  switch (excerpt.of) {
    case 'note':
      return excerpt.agentName === ''
        ? t('search.note')
        : t('conversation.note.by', { name: excerpt.agentName });
    case 'closing-note':
      return t('search.closingNote');
    case 'field':
      return t(isVisitors ? 'search.answer' : 'search.ownField');
    case 'message':
    case 'file-name':
      if (isVisitors) return visitorName(visitor, t);
      return excerpt.agentName === '' ? t('search.agent') : excerpt.agentName;
  }
}

/** Returns the excerpt to show: an answer that became the visitor's own name or address is already shown there. */
export function displayedExcerpt({
  excerpt,
  visitor,
}: Pick<FoundInteraction, 'excerpt' | 'visitor'>): Excerpt | null {
  const { document, email, name, phone } = visitor;
  const isOwn = excerpt?.of === 'field' && [name, email, phone, document].includes(excerpt.text);
  return isOwn ? null : excerpt;
}

/** Returns whether only the team sees the excerpt: what the visitor wrote is theirs too. */
export function isTeams({ of, side }: Pick<Excerpt, 'of' | 'side'>): boolean {
  return of === 'note' || of === 'closing-note' || (of === 'field' && side === 'agent');
}

/** Returns the visitor's contact data with words that the name lacks; empty while an excerpt is shown. */
export function contactFound(
  found: Pick<FoundInteraction, 'excerpt' | 'visitor'>,
  words: readonly string[],
): readonly string[] {
  if (displayedExcerpt(found) !== null) return [];
  const { visitor } = found;
  const others = words.filter((word) => findWords(visitor.name, [word]).length === 0);
  return [visitor.email, visitor.phone, visitor.document].filter(
    (text) => findWords(text, others).length > 0,
  );
}
