import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import { inkOn } from '../../../widget/colour/contrast';
import { useTexts } from '../i18n/useTexts';
import { focusRing, plainButton } from '../look/surfaces';
import { TagChip, TagRow } from '../tags/TagChip';
import { useTags } from '../tags/useTags';
import type { SearchFilter } from './search-filter';

const Remove = styled.button<{ $ink: string }>`
  ${plainButton}
  ${focusRing}
  display: grid;
  place-items: center;
  width: 24px;
  height: 24px;
  margin: -3px -9px -3px -4px;
  border-radius: 50%;
  svg {
    width: 8px;
    height: 8px;
  }
  svg path {
    fill: ${({ $ink }) => $ink};
  }
`;

interface TagsChosenProps {
  readonly tagIds: SearchFilter['tagIds'];
  readonly onChange: (part: Partial<SearchFilter>) => void;
}

/** The tags that results must bear, in their colours; each can be taken away. */
export function TagsChosen({ onChange, tagIds }: TagsChosenProps) {
  const t = useTexts();
  const tags = useTags(tagIds);
  if (tags.length === 0) return null;
  return (
    <TagRow role="list" aria-label={t('search.tags')}>
      {tags.map((tag) => (
        <span role="listitem" key={tag.id}>
          <TagChip tag={tag}>
            <Remove
              type="button"
              $ink={inkOn(tag.colour)}
              aria-label={t('search.widen.one', { name: tag.name })}
              onClick={() => onChange({ tagIds: tagIds.filter((id) => id !== tag.id) })}
            >
              <Cross aria-hidden />
            </Remove>
          </TagChip>
        </span>
      ))}
    </TagRow>
  );
}
