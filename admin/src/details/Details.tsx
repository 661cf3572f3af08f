import { useState, type ReactNode } from 'react';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { useBlocks } from '../blocks/useBlocks';
import { useTexts } from '../i18n/useTexts';
import { TagsField } from '../tags/TagsField';
import { MergeDialog } from '../visitors/MergeDialog';
import { CapturedFacts } from './CapturedFacts';
import { CustomFields } from './CustomFields';
import { FormAnswers, hasFormAnswers } from './FormAnswers';
import { History } from './History';
import { IdentityForm } from './IdentityForm';
import { VisitorMenu } from './VisitorMenu';
import { VisitorNotices } from './VisitorNotices';

const Column = styled.div`
  display: flex;
  flex-direction: column;
  height: 100%;
  overflow-y: auto;
  padding: 10px 16px 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  > * {
    flex: none;
  }
`;

const Block = styled.section`
  & + & {
    margin-top: 12px;
    padding-top: 12px;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  h2,
  h3 {
    font-size: 1.4rem;
    font-weight: 600;
    line-height: 2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  h3 {
    margin-bottom: 8px;
  }
`;

const Head = styled.div`
  display: flex;
  align-items: center;
  gap: 4px;
  margin-bottom: 6px;
  h2 {
    flex: 1;
  }
`;

interface DetailsProps {
  readonly interaction: AgentInteraction;
  readonly onPrint: () => void;
  /** Button that closes the column, where it can be closed. */
  readonly close?: ReactNode;
}

/**
 * The right column: identity, captured facts and history of the visitor [A4, A5]. Fields and facts come first, in lines
 * so low that a small laptop shows them all; whatever varies in length, or loads later, is below and moves neither.
 */
export function Details({ interaction, ...more }: DetailsProps) {
  return (
    <Column>
      <VisitorSections key={interaction.id} interaction={interaction} {...more} />
    </Column>
  );
}

function VisitorSections({ close, interaction, onPrint }: DetailsProps) {
  const t = useTexts();
  const [blocks, reload] = useBlocks(interaction.id, interaction.visitor);
  const [mergingWith, setMergingWith] = useState<VisitorId | null>(null);
  return (
    <>
      <Block>
        <Head>
          <h2>{t('details.title')}</h2>
          <VisitorMenu
            interaction={interaction}
            mayBlock={typeof blocks !== 'string' && blocks.length === 0}
            onBlocked={reload}
            onMerge={setMergingWith}
            onPrint={onPrint}
          />
          {close}
        </Head>
        <IdentityForm interaction={interaction} />
        <CustomFields interaction={interaction} />
        <TagsField interaction={interaction} />
      </Block>
      <Block>
        <h3>{t('details.captured.title')}</h3>
        <CapturedFacts interaction={interaction} />
      </Block>
      {hasFormAnswers(interaction) && (
        <Block>
          <h3>{t('details.answers.title')}</h3>
          <FormAnswers interaction={interaction} />
        </Block>
      )}
      <Block>
        <h3>{t('details.history.title')}</h3>
        <History interaction={interaction} />
      </Block>
      <VisitorNotices
        interaction={interaction}
        blocks={typeof blocks === 'string' ? [] : blocks}
        onLifted={reload}
        onMerge={setMergingWith}
      />
      {mergingWith !== null && (
        <MergeDialog interaction={interaction} otherId={mergingWith} onClose={() => setMergingWith(null)} />
      )}
    </>
  );
}
