import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Tag } from '../../../plugins/attendance/protocol/tools/tools';
import { inkOn } from '../../../widget/colour/contrast';
import { focusRing, plainButton } from '../ui/styles/surfaces';
import { TagChip, TagRow } from './TagChip';

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

interface RemovableTagsProps {
  readonly tags: readonly Tag[];
  readonly label: string;
  readonly removeLabel: (tag: Tag) => string;
  readonly onRemove: (tag: Tag) => void;
}

/** Tags in their colours, each with a button that takes it away; nothing where there are none. */
export function RemovableTags({ label, onRemove, removeLabel, tags }: RemovableTagsProps) {
  if (tags.length === 0) return null;
  return (
    <TagRow role="list" aria-label={label}>
      {tags.map((tag) => (
        <span role="listitem" key={tag.id}>
          <TagChip tag={tag}>
            <Remove
              type="button"
              $ink={inkOn(tag.colour)}
              aria-label={removeLabel(tag)}
              onClick={() => onRemove(tag)}
            >
              <Cross aria-hidden />
            </Remove>
          </TagChip>
        </span>
      ))}
    </TagRow>
  );
}
