import { styled } from 'styled-components';

import type { TagId } from '../../../plugins/attendance/protocol/schemas/ids';
import { useTags } from './useTags';

const DOTS_MAX = 5;

const Dots = styled.span`
  display: inline-flex;
  flex: none;
  align-items: center;
  align-self: center;
  gap: 3px;
`;

const Dot = styled.span<{ $colour: string }>`
  width: 8px;
  height: 8px;
  border-radius: 50%;
  background: ${({ $colour }) => $colour};
  box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.neutral0};
`;

/** Tags in a list row: their colours, and their names on hover; the row's own name has them for screen readers. */
export function TagDots({ tagIds }: { readonly tagIds: readonly TagId[] }) {
  const tags = useTags(tagIds);
  if (tags.length === 0) return null;
  return (
    <Dots aria-hidden title={tags.map(({ name }) => name).join(', ')}>
      {tags.slice(0, DOTS_MAX).map(({ colour, id }) => (
        <Dot key={id} $colour={colour} />
      ))}
    </Dots>
  );
}
