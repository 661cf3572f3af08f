import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Duplicate } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { visitorName } from '../ui/format/visitor-name';
import { ContactFacts } from './ContactFacts';
import { createDismissedDuplicates } from './dismissed-duplicates';
import { useDuplicates } from './useDuplicates';
import { VisitorFace } from './VisitorFace';

const Card = styled.section`
  display: flex;
  flex-direction: column;
  gap: 10px;
  width: 100%;
  padding: 12px;
  border-radius: 8px;
  background: ${shade('selected')};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  strong {
    font-weight: 600;
  }
  small {
    display: block;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;

const Who = styled.div`
  display: flex;
  align-items: center;
  gap: 10px;
  > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

const Actions = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

const dismissed = createDismissedDuplicates();

interface DuplicateHintProps {
  readonly interaction: AgentInteraction;
  readonly onMerge: (other: VisitorId) => void;
}

/** Hint that the visitor may be a known person [A4]; shown once, and nothing where there is no candidate. */
export function DuplicateHint({ interaction, onMerge }: DuplicateHintProps) {
  const duplicates = useDuplicates(interaction);
  const [, setDismissed] = useState(0);
  const agentId = useAttendance(({ self }) => self?.id ?? 0);
  const shown = duplicates.find(({ visitor }) => !dismissed.has(agentId, interaction.visitor.id, visitor.id));
  return (
    <div role="status">
      {shown !== undefined && (
        <DuplicateCard
          duplicate={shown}
          onMerge={() => onMerge(shown.visitor.id)}
          onDismiss={() => {
            dismissed.add(agentId, interaction.visitor.id, shown.visitor.id);
            setDismissed((before) => before + 1);
          }}
        />
      )}
    </div>
  );
}

interface DuplicateCardProps {
  readonly duplicate: Duplicate;
  readonly onMerge: () => void;
  readonly onDismiss: () => void;
}

function DuplicateCard({ duplicate: { shares, visitor }, onDismiss, onMerge }: DuplicateCardProps) {
  const t = useTexts();
  const name = visitorName(visitor, t);
  return (
    <Card aria-label={t('visitors.duplicate.title')}>
      <strong>{t('visitors.duplicate.title')}</strong>
      <Who>
        <VisitorFace id={visitor.id} name={visitor.name} />
        <div>
          <span dir="auto">{name}</span>
          <small>
            {t('visitors.duplicate.shares', {
              fields: shares.map((field) => t(`ui.field.${field}`)).join(', '),
            })}
          </small>
          <ContactFacts visitor={visitor} />
        </div>
      </Who>
      <Actions>
        <Button size="S" onClick={onMerge}>
          {t('visitors.merge.open')}
        </Button>
        <Button size="S" variant="tertiary" onClick={onDismiss}>
          {t('visitors.duplicate.dismiss')}
        </Button>
      </Actions>
    </Card>
  );
}
