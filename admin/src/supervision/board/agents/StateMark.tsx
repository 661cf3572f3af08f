import { styled } from 'styled-components';

import { useTexts } from '../../../i18n/useTexts';
import { cutText, shade } from '../../../ui/styles/surfaces';
import type { AgentState } from './agent-state';
import { size } from '../look/board-sizes';

/** How each state is drawn: a shape of its own, for colour alone tells nobody anything. */
const SHAPES: Readonly<Record<AgentState, string>> = {
  online: 'M6 1a5 5 0 1 0 .01 0z',
  full: 'M2 2h8v8H2z',
  'in-call': 'M3 1.500q3 6 7 7.500l1-2.500-2.500-1-1 1Q5.500 5 5 4.200l1-1L4.500 1z',
  reserved: 'M6 .500 11.500 11h-11z',
  unconnected: 'M2 1 1 2l4 4-4 4 1 1 4-4 4 4 1-1-4-4 4-4-1-1-4 4z',
  offline: 'M6 1a5 5 0 1 0 .01 0zm0 2a3 3 0 1 1-.01 0z',
};

const Mark = styled.span<{ $state: AgentState }>`
  display: flex;
  align-items: center;
  gap: ${size(6)};
  min-width: 0;
  font-size: ${size(12)};
  line-height: ${size(18)};
  color: ${({ theme }) => theme.colors.neutral700};
  svg {
    flex: none;
    width: ${size(10)};
    height: ${size(10)};
    fill: ${({ $state, theme }) => COLOURS[$state]({ theme })};
  }
`;

const Words = styled.span`
  ${cutText}
`;

type Colour = ReturnType<typeof shade>;

const COLOURS: Readonly<Record<AgentState, Colour>> = {
  online: shade('success'),
  full: ({ theme }) => theme.colors.warning600,
  'in-call': ({ theme }) => theme.colors.primary600,
  reserved: ({ theme }) => theme.colors.warning600,
  unconnected: ({ theme }) => theme.colors.danger600,
  offline: ({ theme }) => theme.colors.neutral500,
};

/** An agent's state: shape, colour and word. */
export function StateMark({ state, why }: { readonly state: AgentState; readonly why: string }) {
  const t = useTexts();
  return (
    <Mark $state={state}>
      <svg viewBox="0 0 12 12" aria-hidden>
        <path fillRule="evenodd" d={SHAPES[state]} />
      </svg>
      <Words title={why}>
        {t(`supervision.board.agent.state.${state}`)}
        {why !== '' && ` · ${why}`}
      </Words>
    </Mark>
  );
}
