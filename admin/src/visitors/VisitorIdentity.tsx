import { useState } from 'react';
import { Button, TextButton } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/entities';
import type { VisitorId } from '../../../plugins/attendance/protocol/ids';
import type { Duplicate } from '../../../plugins/attendance/protocol/known-visitors';
import { useAttendance } from '../attendance';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../look/surfaces';
import { visitorName } from '../look/visitor-name';
import { ContactFacts } from './ContactFacts';
import { FindVisitorDialog } from './FindVisitorDialog';
import { MergeDialog } from './MergeDialog';
import { createToldApart } from './told-apart';
import { useDuplicates } from './useDuplicates';
import { VisitorFace } from './VisitorFace';

const Place = styled.div`
  display: flex;
  flex-direction: column;
  align-items: flex-start;
  gap: 10px;
  margin-top: 14px;
`;

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

const toldApart = createToldApart();

/** In the visitor's panel: who may be the same person, and the way to look for them [A4]. */
export function VisitorIdentity({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const duplicates = useDuplicates(interaction);
  const [isFinding, setFinding] = useState(false);
  const [mergingWith, setMergingWith] = useState<VisitorId | null>(null);
  const [, setDismissed] = useState(0);
  const agentId = useAttendance(({ self }) => self?.id ?? 0);
  const shown = duplicates.find(({ visitor }) => !toldApart.has(agentId, interaction.visitor.id, visitor.id));
  return (
    <Place>
      <div role="status" style={{ width: '100%' }}>
        {shown !== undefined && (
          <DuplicateCard
            duplicate={shown}
            onMerge={() => setMergingWith(shown.visitor.id)}
            onDismiss={() => {
              toldApart.add(agentId, interaction.visitor.id, shown.visitor.id);
              setDismissed((before) => before + 1);
            }}
          />
        )}
      </div>
      <TextButton startIcon={<Search />} onClick={() => setFinding(true)}>
        {t('visitors.find.merge')}
      </TextButton>
      {isFinding && (
        <FindVisitorDialog
          mergeFor={interaction}
          onClose={() => setFinding(false)}
          onMerge={({ id }) => {
            setFinding(false);
            setMergingWith(id);
          }}
        />
      )}
      {mergingWith !== null && (
        <MergeDialog interaction={interaction} otherId={mergingWith} onClose={() => setMergingWith(null)} />
      )}
    </Place>
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
    <Card aria-label={t('duplicate.title')}>
      <strong>{t('duplicate.title')}</strong>
      <Who>
        <VisitorFace id={visitor.id} name={visitor.name} />
        <div>
          <span dir="auto">{name}</span>
          <small>
            {t('duplicate.shares', { fields: shares.map((field) => t(`field.${field}`)).join(', ') })}
          </small>
          <ContactFacts visitor={visitor} />
        </div>
      </Who>
      <Actions>
        <Button size="S" onClick={onMerge}>
          {t('merge.open')}
        </Button>
        <Button size="S" variant="tertiary" onClick={onDismiss}>
          {t('duplicate.dismiss')}
        </Button>
      </Actions>
    </Card>
  );
}
