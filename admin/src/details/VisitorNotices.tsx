import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { Block } from '../../../plugins/attendance/protocol/visitors/blocks';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { BlockCard } from '../blocks/BlockCard';
import { DuplicateHint } from '../visitors/DuplicateHint';

/**
 * Place of the notices at the column's lower edge, in sight however far one has scrolled: a notice that comes late
 * moves nothing.
 */
const Place = styled.div`
  position: sticky;
  bottom: 8px;
  z-index: 1;
  display: flex;
  flex-direction: column;
  gap: 8px;
  margin-top: auto;
  > * > * {
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  }
`;

interface VisitorNoticesProps {
  readonly interaction: AgentInteraction;
  readonly blocks: readonly Block[];
  readonly onLifted: () => void;
  readonly onMerge: (other: VisitorId) => void;
}

/** Notices to read before anything else: that the visitor is blocked, or may be a known one [A4, A10]. */
export function VisitorNotices({ blocks, interaction, onLifted, onMerge }: VisitorNoticesProps) {
  return (
    <Place>
      <DuplicateHint interaction={interaction} onMerge={onMerge} />
      {blocks.map((block) => (
        <div key={block.id}>
          <BlockCard block={block} onLifted={onLifted} />
        </div>
      ))}
    </Place>
  );
}
