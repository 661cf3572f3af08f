import { useTexts } from '../i18n/useTexts';
import { RemovableTags } from '../tags/RemovableTags';
import { useTags } from '../tags/useTags';
import type { SearchFilter } from '../desks/search-filter';

interface TagsChosenProps {
  readonly tagIds: SearchFilter['tagIds'];
  readonly onChange: (part: Partial<SearchFilter>) => void;
}

/** The tags that results must bear, each with a button that removes it. */
export function TagsChosen({ onChange, tagIds }: TagsChosenProps) {
  const t = useTexts();
  return (
    <RemovableTags
      tags={useTags(tagIds)}
      label={t('search.tags')}
      removeLabel={({ name }) => t('search.widen.one', { name })}
      onRemove={(tag) => onChange({ tagIds: tagIds.filter((id) => id !== tag.id) })}
    />
  );
}
