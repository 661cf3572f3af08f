import { Box, Field, Flex, NumberInput, Typography, VisuallyHidden } from '@strapi/design-system';

import { useTexts } from '../i18n/useTexts';
import { isWithin } from './bounds';

interface BoundedFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly unit?: string;
  readonly min: number;
  readonly max: number;
  /** Whether 0 is allowed below the minimum, with a meaning of its own. */
  readonly allowsZero?: boolean;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number field with unit and bounds. What is typed stays; outside its bounds the field shows an error. */
export function BoundedField({
  allowsZero = false,
  hint,
  label,
  max,
  min,
  onChange,
  unit,
  value,
}: BoundedFieldProps) {
  const t = useTexts();
  const bounds = t('settings.bounds', { min, max });
  return (
    <Field.Root hint={hint} error={isWithin(value, min, max, allowsZero) ? false : bounds}>
      <Field.Label>
        {label}
        {unit !== undefined && <VisuallyHidden>{` (${unit})`}</VisuallyHidden>}
      </Field.Label>
      <Flex gap={3} alignItems="center">
        <Box maxWidth="160px" width="100%">
          <NumberInput
            {...(Number.isFinite(value) ? { value } : {})}
            onValueChange={(next) => onChange(next === undefined ? Number.NaN : Math.round(next))}
          />
        </Box>
        {unit !== undefined && (
          <Typography variant="pi" textColor="neutral600" aria-hidden>
            {unit}
          </Typography>
        )}
      </Flex>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
