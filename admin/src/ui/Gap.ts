import { styled } from 'styled-components';

import { shade } from './styles/surfaces';

/** Marks what a canned response could not know, and the agent is to fill in. */
export const Gap = styled.mark`
  padding: 0 4px;
  border-radius: 4px;
  background: ${shade('note')};
  box-shadow: inset 0 0 0 1px ${shade('noteEdge')};
  color: ${shade('noteInk')};
`;
