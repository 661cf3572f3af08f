import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { Button, IconButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import { currentSession, useAttendance } from '../../attendance/attendance';
import { useTexts } from '../../i18n/useTexts';
import { MarkedText } from '../../ui/MarkedText';
import { cutText } from '../../ui/styles/surfaces';
import { visitorName } from '../../ui/format/visitor-name';
import { PrintIcon } from '../../print/PrintIcon';
import { subjectOfFound } from '../../print/print-subject';
import { usePrinting } from '../../print/usePrinting';
import { VisitorFace } from '../../visitors/VisitorFace';
import { Arrivals } from './Arrivals';
import { FoundFacts } from './FoundFacts';
import { FoundTranscript } from './FoundTranscript';
import type { Chosen } from '../../desks/search-state';

const Pane = styled.section`
  height: 100%;
  overflow-y: auto;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Top = styled.div`
  position: sticky;
  top: 0;
  z-index: 1;
`;

const Head = styled.header`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 64px;
  padding: 10px 20px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  @media (max-width: 767px) {
    gap: 8px;
    padding: 8px 12px;
  }
`;

const Who = styled.div`
  flex: 1;
  min-width: 0;
  h2,
  p {
    ${cutText}
  }
  h2 {
    font-size: 1.6rem;
    font-weight: 600;
    line-height: 2.2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  p {
    font-size: 1.2rem;
    line-height: 1.8rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Body = styled.div`
  padding: 16px 20px 32px;
  @media (max-width: 767px) {
    padding-inline: 16px;
  }
`;

const Said = styled.div`
  margin-top: 20px;
  padding-top: 16px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

interface FoundDetailsProps {
  readonly chosen: Chosen;
  /** Button back to the results, where they are not beside it. */
  readonly back: ReactNode;
  readonly onLeave: () => void;
}

/** Details of a past interaction that was found: visitor, facts, transcript. */
export function FoundDetails({ back, chosen, onLeave }: FoundDetailsProps) {
  const t = useTexts();
  const pane = useRef<HTMLElement>(null);
  const { interaction, words } = chosen;
  const { id, visitor } = interaction;
  const name = visitorName(visitor, t);
  const contact = [visitor.email, visitor.phone, visitor.document]
    .filter((value) => value !== '')
    .join(' · ');
  const { paper, print } = usePrinting(useMemo(() => subjectOfFound(interaction), [interaction]));
  useLayoutEffect(() => {
    if (pane.current !== null) pane.current.scrollTop = 0;
  }, [id]);
  return (
    <Pane ref={pane} tabIndex={0} aria-label={t('search.details')}>
      <Top>
        <Arrivals onLeave={onLeave} />
        <Head>
          {back}
          <VisitorFace id={visitor.id} name={visitor.name} />
          <Who>
            <h2 dir="auto" title={name}>
              <MarkedText text={name} words={words} />
            </h2>
            {contact !== '' && (
              <p dir="auto" title={contact}>
                <MarkedText text={contact} words={words} />
              </p>
            )}
          </Who>
          <IconButton label={t('print.action')} variant="ghost" onClick={print}>
            <PrintIcon />
          </IconButton>
          <Ongoing chosen={chosen} onLeave={onLeave} />
        </Head>
      </Top>
      <Body>
        <FoundFacts interaction={interaction} words={words} />
        <Said>
          <FoundTranscript key={id} chosen={chosen} />
        </Said>
      </Body>
      {paper}
    </Pane>
  );
}

/** Notice that the visitor is here again, with a link to the conversation that goes on. */
function Ongoing({ chosen, onLeave }: Pick<FoundDetailsProps, 'chosen' | 'onLeave'>) {
  const t = useTexts();
  const held = useAttendance(({ interactions }) =>
    [...interactions.values()].find(({ visitor }) => visitor.id === chosen.interaction.visitor.id),
  );
  if (held === undefined) return null;
  return (
    <Button
      size="S"
      variant="secondary"
      onClick={() => {
        onLeave();
        void currentSession()?.open(held.id);
      }}
    >
      {t('visitors.conversation')}
    </Button>
  );
}
