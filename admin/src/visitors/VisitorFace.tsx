import { styled } from 'styled-components';

import { avatarColour } from '../ui/styles/avatar-colour';
import { initialsOf } from '../../../plugins/attendance/chat/initials';

const Face = styled.span<{ $colour: string }>`
  display: grid;
  place-items: center;
  flex: none;
  width: 36px;
  height: 36px;
  border-radius: 50%;
  background: ${({ $colour }) => $colour};
  color: #ffffff;
  font-size: 1.2rem;
  font-weight: 700;
`;

/** The round picture of a visitor, as beside their conversation. */
export function VisitorFace({ id, name }: { readonly id: number; readonly name: string }) {
  return (
    <Face $colour={avatarColour(id)} aria-hidden>
      {initialsOf(name) || '#'}
    </Face>
  );
}
