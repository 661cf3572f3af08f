import { styled } from 'styled-components';

import { shade } from '../../ui/styles/surfaces';

/** Something that is said of a report beside its figures. */
export const Remark = styled.p`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 8px 16px;
  padding: 10px 16px;
  border: 1px solid ${shade('noteEdge')};
  border-radius: 8px;
  background: ${shade('note')};
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${shade('noteInk')};
`;
