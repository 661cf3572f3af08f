import { useState, type ReactNode } from 'react';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { Segments } from '../parts/Segments';

type Side = 'edit' | 'preview';

/** Width below which the two no longer fit beside each other, Strapi's own two columns included. */
const NARROW = '@media (max-width: 1180px)';

const Tabs = styled.div`
  display: none;
  ${NARROW} {
    display: block;
  }
`;

const Columns = styled.div<{ readonly $side: Side }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(360px, 44%);
  gap: 24px;
  align-items: start;

  ${NARROW} {
    grid-template-columns: minmax(0, 1fr);
    > :nth-child(${({ $side }) => ($side === 'edit' ? 2 : 1)}) {
      display: none;
    }
  }
`;

const Beside = styled.div`
  position: sticky;
  top: 24px;
  min-width: 0;

  ${NARROW} {
    position: static;
  }
`;

interface SplitViewProps {
  readonly children: ReactNode;
  readonly preview: ReactNode;
}

/** Editor and preview side by side, or one at a time where there is little room. */
export function SplitView({ children, preview }: SplitViewProps) {
  const t = useTexts();
  const [side, setSide] = useState<Side>('edit');
  return (
    <>
      <Tabs>
        <Segments
          label={t('settings.appearance.split')}
          isLabelHidden
          options={(['edit', 'preview'] as const).map((value) => ({
            value,
            label: t(`settings.appearance.split.${value}`),
          }))}
          value={side}
          onChange={setSide}
        />
      </Tabs>
      <Columns $side={side}>
        <div>{children}</div>
        <Beside>{preview}</Beside>
      </Columns>
    </>
  );
}
