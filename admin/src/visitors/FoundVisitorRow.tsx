import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { KnownVisitor } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { useTexts } from '../i18n/useTexts';
import { cutText } from '../ui/styles/surfaces';
import { visitorName } from '../ui/format/visitor-name';
import { ContactFacts } from './ContactFacts';
import { VisitorFace } from './VisitorFace';

const Row = styled.li`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 64px;
  padding: 8px 4px;
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Words = styled.div`
  flex: 1;
  min-width: 0;
  line-height: 1.8rem;
  b,
  p,
  small {
    ${cutText}
    display: block;
  }
  b {
    font-size: 1.4rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  p {
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  small {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface FoundVisitorRowProps {
  readonly visitor: KnownVisitor;
  /** Action on the visitor here; null where there is none. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** A visitor who was found: who, how to reach them, and how many interactions. */
export function FoundVisitorRow({ action, visitor }: FoundVisitorRowProps) {
  const t = useTexts();
  const name = visitorName(visitor, t);
  const contact = [visitor.email, visitor.phone, visitor.document]
    .filter((value) => value !== '')
    .join(' · ');
  return (
    <Row>
      <VisitorFace id={visitor.id} name={visitor.name} />
      <Words>
        <b dir="auto" title={name}>
          {name}
        </b>
        {contact !== '' && (
          <p dir="auto" title={contact}>
            {contact}
          </p>
        )}
        <ContactFacts visitor={visitor} />
      </Words>
      {action !== null && (
        <Button variant="secondary" size="S" aria-label={`${action.label}: ${name}`} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </Row>
  );
}
