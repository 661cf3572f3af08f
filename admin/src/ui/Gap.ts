import { styled } from 'styled-components';

import { shade } from './styles/surfaces';

/** Marks a blank of a canned response, which the agent is to fill in. */
export const Gap = styled.mark`
  padding: 0 4px;
  border-radius: 4px;
  background: ${shade('note')};
  box-shadow: inset 0 0 0 1px ${shade('noteEdge')};
  color: ${shade('noteInk')};
`;
