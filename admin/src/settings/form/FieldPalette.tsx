import { useId } from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { cutText, focusRing, plainButton } from '../../ui/styles/surfaces';
import { TypeIcon } from './TypeIcon';
import { PRESETS, type Preset } from './presets';

const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(max(132px, 24%), 1fr));
  gap: 8px;
  margin-top: 8px;
`;

const Tile = styled.button`
  ${plainButton}
  ${focusRing}
  display: flex;
  align-items: center;
  gap: 8px;
  min-height: 40px;
  padding: 0 10px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  transition: border-color 150ms;

  svg {
    flex: none;
    color: ${({ theme }) => theme.colors.neutral500};
  }
  &:hover:enabled {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &:hover:enabled svg {
    color: ${({ theme }) => theme.colors.primary600};
  }
  &:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  span {
    ${cutText}
    flex: 1;
  }
`;

interface FieldPaletteProps {
  readonly isFull: boolean;
  readonly onAdd: (preset: Preset) => void;
}

/** Palette of everything that can be asked; a chosen field is added at the end of the form. */
export function FieldPalette({ isFull, onAdd }: FieldPaletteProps) {
  const t = useTexts();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {t('settings.form.add')}
      </Typography>
      <Grid>
        {PRESETS.map((preset) => (
          <Tile key={preset} type="button" disabled={isFull} onClick={() => onAdd(preset)}>
            <TypeIcon type={preset} />
            <span>{t(`settings.form.preset.${preset}`)}</span>
          </Tile>
        ))}
      </Grid>
      {isFull && (
        <Typography variant="pi" textColor="neutral600">
          {t('settings.form.full')}
        </Typography>
      )}
    </div>
  );
}
