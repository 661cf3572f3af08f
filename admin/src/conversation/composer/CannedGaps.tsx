import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { focusRing, plainButton, shade } from '../../ui/styles/surfaces';
import type { Blank } from '../../model/canned';

const Place = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px;
  margin: 0 0 8px;
  font-size: 1.2rem;
  line-height: 1.8rem;
  color: ${shade('noteInk')};
`;

const Pick = styled.button`
  ${plainButton}
  ${focusRing}
  padding: 1px 8px;
  border: 1px solid ${shade('noteEdge')};
  border-radius: 10px;
  background: ${shade('note')};
  font-weight: 600;
`;

interface CannedGapsProps {
  readonly blanks: readonly Blank[];
  readonly onPick: (blank: Blank) => void;
}

/**
 * Lists the blanks that a canned response could not fill: a click selects one, and each must be filled in before
 * sending [Z48].
 */
export function CannedGaps({ blanks, onPick }: CannedGapsProps) {
  const t = useTexts();
  return (
    <div role="status">
      {blanks.length > 0 && (
        <Place>
          <span>{t('conversation.canned.blanks')}</span>
          {blanks.map((blank) => (
            <Pick key={blank.from} type="button" onClick={() => onPick(blank)}>
              {blank.label}
            </Pick>
          ))}
        </Place>
      )}
    </div>
  );
}
