import { css } from 'styled-components';

/** Focus ring of an invisible input, drawn by the element around it. */
export const focusWithin = css`
  &:has(:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
