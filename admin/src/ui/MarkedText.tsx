import { styled } from 'styled-components';

import { MARK } from './styles/mark-colours';
import { markWords } from './format/mark-words';
import { modeOf } from './styles/surfaces';

const Mark = styled.mark`
  padding: 0 1px;
  border-radius: 2px;
  background: ${({ theme }) => MARK[modeOf(theme)].background};
  box-shadow: inset 0 -2px 0 ${({ theme }) => MARK[modeOf(theme)].edge};
  color: ${({ theme }) => MARK[modeOf(theme)].ink};
  @media (forced-colors: active) {
    background: Mark;
    color: MarkText;
  }
`;

interface MarkedTextProps {
  readonly text: string;
  /** Words to highlight, as `searchWordsOf` returns them; an empty list highlights nothing. */
  readonly words: readonly string[];
}

/** Renders a text as text, with the search words highlighted. */
export function MarkedText({ text, words }: MarkedTextProps) {
  return (
    <>
      {markWords(text, words).map(({ isMarked, text: piece }, index) =>
        isMarked ? <Mark key={index}>{piece}</Mark> : piece,
      )}
    </>
  );
}
