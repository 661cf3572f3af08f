import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/entities';
import { VisitorBlock } from '../blocks/VisitorBlock';
import { useTexts } from '../i18n/useTexts';
import { TagsField } from '../tags/TagsField';
import { CapturedFacts } from './CapturedFacts';
import { CustomFields } from './CustomFields';
import { FormAnswers, hasFormAnswers } from './FormAnswers';
import { History } from './History';
import { VisitorIdentity } from '../visitors/VisitorIdentity';
import { IdentityForm } from './IdentityForm';

const Column = styled.div`
  height: 100%;
  overflow-y: auto;
  padding: 20px;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Block = styled.section`
  & + & {
    margin-top: 20px;
    padding-top: 20px;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  h2,
  h3 {
    margin-bottom: 14px;
    font-size: 1.4rem;
    font-weight: 600;
    line-height: 2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const Head = styled.div`
  display: flex;
  align-items: flex-start;
  justify-content: space-between;
`;

interface DetailsProps {
  readonly interaction: AgentInteraction;
  /** What closes it, where it can be closed. */
  readonly close?: ReactNode;
}

/** The right column: who the visitor is, what was captured, and what was before [A4, A5]. */
export function Details({ close, interaction }: DetailsProps) {
  const t = useTexts();
  const { id } = interaction;
  return (
    <Column>
      <Block>
        <Head>
          <h2>{t('details.title')}</h2>
          {close}
        </Head>
        <IdentityForm key={id} interaction={interaction} />
        <VisitorIdentity key={`identity/${id}`} interaction={interaction} />
        <CustomFields interaction={interaction} />
        <VisitorBlock key={`block/${id}`} interaction={interaction} />
      </Block>
      {hasFormAnswers(interaction) && (
        <Block>
          <h3>{t('answers.title')}</h3>
          <FormAnswers interaction={interaction} />
        </Block>
      )}
      <Block>
        <h3>{t('tags.title')}</h3>
        <TagsField key={id} interaction={interaction} />
      </Block>
      <Block>
        <h3>{t('captured.title')}</h3>
        <CapturedFacts interaction={interaction} />
      </Block>
      <Block>
        <h3>{t('history.title')}</h3>
        <History key={id} interaction={interaction} />
      </Block>
    </Column>
  );
}
