import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { focusRing } from '../../ui/styles/surfaces';
import type { Behind } from '../address/drill';
import { ABSENT } from '../format/figures';
import { useOptionalContext } from '../frame/ReportContext';

const FigureLink = styled(Link)`
  ${focusRing}
  border-radius: 2px;
  color: inherit;
  font-variant-numeric: tabular-nums;
  text-decoration: none;
  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;

interface FigureProps {
  readonly children: ReactNode;
  /** Interactions behind the figure; null where none can be selected. */
  readonly behind: Behind | null;
  /** Name of the link where the figure alone does not say what it opens. */
  readonly label?: string | undefined;
}

/** A figure that opens the interactions behind it; one of nothing opens nothing, nor does any on a page without filters. */
export function Figure({ behind, children, label }: FigureProps) {
  const context = useOptionalContext();
  if (context === null || behind === null || children === ABSENT || children === '0') return <>{children}</>;
  return (
    <FigureLink to={context.behind(behind)} aria-label={label}>
      {children}
    </FigureLink>
  );
}
