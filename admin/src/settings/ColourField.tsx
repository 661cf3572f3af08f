import { Box, Field, Flex, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

import { contrast, readableOn } from '../../../widget/colour/accent';
import { inkOn } from '../../../widget/colour/contrast';
import { useLocale, useTexts } from '../i18n/useTexts';
import { focusRing } from '../look/surfaces';

const Swatch = styled.input`
  ${focusRing}
  flex: none;
  width: 40px;
  height: 40px;
  padding: 3px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;

interface ColourFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The brand's colour, with what becomes of text on it: the widget's own rule for its ink. */
export function ColourField({ onChange, value }: ColourFieldProps) {
  const t = useTexts();
  const hint = useContrastHint(value);
  return (
    <Field.Root hint={hint ?? ''} error={hint === null && t('site.colour.invalid')}>
      <Field.Label>{t('site.colour')}</Field.Label>
      <Flex gap={2} alignItems="stretch">
        <Swatch
          type="color"
          aria-label={t('site.colour')}
          value={hint === null ? '#000000' : value}
          onChange={({ target }) => onChange(target.value)}
        />
        <Box flex={1}>
          <TextInput
            value={value}
            maxLength={7}
            onChange={({ target }: { target: HTMLInputElement }) => onChange(target.value)}
          />
        </Box>
      </Flex>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

/** Null where the text is no colour. */
function useContrastHint(colour: string): string | null {
  const t = useTexts();
  const locale = useLocale();
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const ink = inkOn(colour) === '#fff' ? 'white' : 'black';
  const ratio = contrast(colour, ink === 'white' ? '#ffffff' : '#000000').toLocaleString(locale, {
    maximumFractionDigits: 1,
  });
  const words = t(`site.colour.${ink}`, { ratio });
  return readableOn('#ffffff', colour) === colour ? words : `${words} ${t('site.colour.faint')}`;
}
