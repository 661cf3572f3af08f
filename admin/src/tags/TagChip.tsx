import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import type { Tag } from '../../../plugins/attendance/protocol/tools/tools';
import { inkOn } from '../../../widget/colour/contrast';
import { cutText } from '../ui/styles/surfaces';

const Chip = styled.span<{ $colour: string }>`
  display: inline-flex;
  align-items: center;
  gap: 4px;
  max-width: 100%;
  padding: 1px 9px;
  border-radius: 10px;
  background: ${({ $colour }) => $colour};
  color: ${({ $colour }) => inkOn($colour)};
  font-size: 1.2rem;
  font-weight: 500;
  line-height: 1.8rem;
  > span {
    ${cutText}
  }
`;

/** A tag on its own colour, in black or white, whichever contrasts more. */
export function TagChip({ children, tag }: { readonly tag: Tag; readonly children?: ReactNode }) {
  return (
    <Chip $colour={tag.colour} title={tag.name}>
      <span dir="auto">{tag.name}</span>
      {children}
    </Chip>
  );
}

export const TagRow = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px;
`;
