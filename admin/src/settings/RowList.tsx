import { styled } from 'styled-components';

import { innerFocusRing } from '../ui/styles/surfaces';

/** List of a settings page: each row is one button that opens what it names. */
export const RowList = styled.ul`
  overflow: hidden;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
`;

export const RowButton = styled.button`
  ${innerFocusRing}
  display: grid;
  grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) minmax(0, 3fr) auto;
  gap: 4px 24px;
  align-items: center;
  width: 100%;
  padding: 16px 24px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  text-align: start;
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  & > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  @media (max-width: 768px) {
    grid-template-columns: 1fr;
    padding: 14px 16px;
  }
`;

export const RowName = styled.span`
  font-weight: 600;
`;

export const RowHint = styled.span`
  color: ${({ theme }) => theme.colors.neutral600};
`;
