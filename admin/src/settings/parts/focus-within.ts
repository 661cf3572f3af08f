import { css } from 'styled-components';

/** The same ring as everywhere, drawn by what stands around an invisible input. */
export const focusWithin = css`
  &:has(:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
