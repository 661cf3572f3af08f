import { useId, useState, type ReactNode } from 'react';
import { ChevronDown } from '@strapi/icons';
import { styled } from 'styled-components';

import { innerFocusRing, plainButton } from '../ui/styles/surfaces';

const Head = styled.button`
  ${plainButton}
  ${innerFocusRing}
  display: flex;
  align-items: center;
  gap: 8px;
  width: 100%;
  min-height: 44px;
  padding: 0 16px;
  font-size: 1.3rem;
  font-weight: 500;
  color: ${({ theme }) => theme.colors.neutral700};
  svg {
    width: 12px;
    height: 12px;
    transition: transform 150ms;
  }
  &[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }
  @media (prefers-reduced-motion: reduce) {
    svg {
      transition: none;
    }
  }
`;

const Count = styled.span`
  margin-left: auto;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
`;

const Body = styled.div`
  max-height: 34vh;
  overflow-y: auto;
  padding: 0 16px 12px;
`;

const Block = styled.section`
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

interface DisclosureProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A block that is collapsed to a line with a count until it is opened. */
export function Disclosure({ children, count, title }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  return (
    <Block>
      <h2>
        <Head
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown aria-hidden />
          <span>{title}</span>
          <Count>{count}</Count>
        </Head>
      </h2>
      {isOpen && <Body id={bodyId}>{children}</Body>}
    </Block>
  );
}
