import { styled } from 'styled-components';

/** Row of one origin: its mark, its address, and its note. */
export const Row = styled.li`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  padding: 12px 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};

  &:first-child {
    border-top: 0;
  }
  > :nth-child(2) {
    flex: 1 1 200px;
    overflow-wrap: anywhere;
  }
`;
