import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Place = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 16px;
  padding: 24px;
  text-align: center;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
  svg {
    width: 40px;
    height: 40px;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.neutral300};
  }
`;

/** A pane while nothing is chosen for it: a picture, and what to do. */
export function EmptyPlace({ children, icon }: { readonly icon: ReactNode; readonly children: string }) {
  return (
    <Place>
      {icon}
      <p>{children}</p>
    </Place>
  );
}
