import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { inkOn } from '../../../../widget/colour/contrast';
import { focusRing } from '../../ui/styles/surfaces';

/** Swatches for tags: white or black on each is 4.5:1 and more; any other colour may be chosen too. */
export const TAG_COLOURS = [
  '#15803d',
  '#0e7490',
  '#4945ff',
  '#7c3aed',
  '#be185d',
  '#b91c1c',
  '#b45309',
  '#facc15',
  '#6b7280',
] as const;

const Swatch = styled.button<{ $colour: string }>`
  ${focusRing}
  width: 32px;
  height: 32px;
  border: 2px solid ${({ theme }) => theme.colors.neutral0};
  border-radius: 50%;
  background: ${({ $colour }) => $colour};
  color: ${({ $colour }) => inkOn($colour)};
  font-size: 1.4rem;
  line-height: 1;
  cursor: pointer;
  &[aria-checked='true'] {
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }
`;

const Own = styled.input`
  ${focusRing}
  width: 40px;
  height: 32px;
  padding: 2px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;

interface SwatchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (colour: string) => void;
}

/** Field of a colour: one of the swatches, or any. */
export function SwatchField({ label, onChange, value }: SwatchFieldProps) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="pi" fontWeight="bold">
        {label}
      </Typography>
      <Flex gap={2} wrap="wrap" role="radiogroup" aria-label={label}>
        {TAG_COLOURS.map((colour) => (
          <Swatch
            key={colour}
            type="button"
            role="radio"
            $colour={colour}
            aria-label={colour}
            aria-checked={colour === value}
            onClick={() => onChange(colour)}
          >
            {colour === value ? '✓' : ''}
          </Swatch>
        ))}
        <Own
          type="color"
          aria-label={label}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </Flex>
    </Flex>
  );
}
