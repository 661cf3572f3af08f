import { useState } from 'react';
import { TextButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/entities';
import { useTexts } from '../i18n/useTexts';
import { BlockCard } from './BlockCard';
import { BlockDialog } from './BlockDialog';
import { useBlocks } from './useBlocks';

const Place = styled.div`
  display: flex;
  flex-direction: column;
  gap: 10px;
  margin-top: 14px;
`;

/** In the visitor's panel: whether they are blocked, and the way there and back [A10]. */
export function VisitorBlock({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const [blocks, reload] = useBlocks(interaction.id, interaction.visitor);
  if (typeof blocks === 'string') return null;
  return (
    <Place>
      {blocks.map((block) => (
        <BlockCard key={block.id} block={block} onLifted={reload} />
      ))}
      {blocks.length === 0 && (
        <TextButton startIcon={<Cross />} onClick={() => setAsking(true)}>
          {t('block.open')}
        </TextButton>
      )}
      {isAsking && (
        <BlockDialog interaction={interaction} onBlocked={reload} onClose={() => setAsking(false)} />
      )}
    </Place>
  );
}
