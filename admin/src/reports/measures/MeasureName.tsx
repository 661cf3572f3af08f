import { useState } from 'react';
import { Tooltip } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { focusRing, plainButton } from '../../ui/styles/surfaces';
import type { Measure } from './measures';

const Place = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 2px;
  min-width: 0;
`;

const Mark = styled.button`
  ${plainButton}
  ${focusRing}
  flex: none;
  display: grid;
  place-items: center;
  width: 24px;
  height: 24px;
  border-radius: 50%;
  svg {
    width: 14px;
    height: 14px;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.neutral500};
  }
  &:hover svg path,
  &:focus-visible svg path {
    fill: ${({ theme }) => theme.colors.primary600};
  }
  @media print {
    display: none;
  }
`;

interface MeasureNameProps {
  readonly measure: Measure;
  /** Name of a part of the measure; that of the measure where absent. */
  readonly name?: string;
}

/** Name of a measure, with its definition by pointer, keyboard and touch. */
export function MeasureName({ measure, name }: MeasureNameProps) {
  const t = useTexts();
  return (
    <Place>
      {name ?? t(`reports.measures.${measure}`)}
      <Definition measure={measure} />
    </Place>
  );
}

/** Button that shows a measure's definition. */
export function Definition({ measure }: { readonly measure: Measure }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Tooltip
      label={t(`reports.measures.${measure}.about`)}
      open={isOpen}
      onOpenChange={setOpen}
      delayDuration={200}
    >
      <Mark
        type="button"
        aria-label={t('reports.measures.definition', { name: t(`reports.measures.${measure}`) })}
        // A press opens it where there is no pointer to hover with; the tooltip's own would close it.
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Information aria-hidden />
      </Mark>
    </Tooltip>
  );
}
