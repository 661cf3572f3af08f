import { Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ReportInteraction } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { safeHref } from '../../ui/format/address';
import { ABSENT, formatMoment, formatTime } from '../format/figures';
import { visitorOf, type Column } from './columns';
import { WholeTranscript } from './WholeTranscript';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
  gap: 12px 20px;
  margin: 0 0 20px;
  font-size: 1.3rem;
  line-height: 1.8rem;
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
    color: ${({ theme }) => theme.colors.neutral800};
    font-variant-numeric: tabular-nums;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

const Part = styled.section`
  padding: 16px 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  h3 {
    margin-bottom: 8px;
    font-weight: 600;
  }
  ol {
    margin: 0;
    padding-left: 20px;
  }
  p {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface InteractionDialogProps {
  readonly row: ReportInteraction;
  readonly columns: readonly Column[];
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** One interaction with all that the reports know of it, and its transcript. */
export function InteractionDialog({ columns, onClose, row, timeZone }: InteractionDialogProps) {
  const t = useTexts();
  const { agents, isKept, protocolNumber } = row;
  const facts = columns
    .filter(({ key }) => key !== 'agents')
    .map((column) => ({ ...column, text: column.show(row) }))
    .filter(({ text }) => text !== '' && text !== ABSENT && text !== '0');
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>
            {visitorOf(row, t)} · {protocolNumber}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Facts>
            {facts.map(({ key, name, text }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd dir="auto">
                  <Fact text={text} isAddress={key === 'origin' || key === 'referrer'} />
                </dd>
              </div>
            ))}
          </Facts>
          {agents.length > 0 && <Agents agents={agents} timeZone={timeZone} />}
          <Part>
            <h3>{t('reports.interactions.transcript')}</h3>
            {isKept ? (
              <WholeTranscript id={row.id} visitor={row.visitor?.name ?? ''} />
            ) : (
              <p>{t('reports.interactions.deleted.about')}</p>
            )}
          </Part>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A value; an address of a stranger's page is a link only where it is one of the web. */
function Fact({ isAddress, text }: { readonly text: string; readonly isAddress: boolean }) {
  const href = isAddress ? safeHref(text) : undefined;
  if (href === undefined) return <>{text}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}

function Agents({ agents, timeZone }: Pick<ReportInteraction, 'agents'> & { readonly timeZone: string }) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Part>
      <h3>{t('reports.interactions.agents')}</h3>
      <ol>
        {agents.map(({ assignedAt, name, openedAt, releasedAt }) => (
          <li key={`${assignedAt}-${name}`}>
            {t(openedAt === null ? 'reports.interactions.heldUnopened' : 'reports.interactions.held', {
              name,
              when: formatMoment(assignedAt, locale, timeZone),
              time: formatTime(releasedAt - (openedAt ?? assignedAt)),
            })}
          </li>
        ))}
      </ol>
    </Part>
  );
}
