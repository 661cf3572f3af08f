import { Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Check, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

import { useLocale, useTexts } from '../../i18n/useTexts';
import { focusRing } from '../../ui/styles/surfaces';
import { contrastNotes, type ContrastNote } from './contrast-notes';

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

const Sample = styled.span`
  flex: none;
  display: grid;
  place-items: center;
  width: 48px;
  height: 32px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  font-size: 1.4rem;
  font-weight: 600;
`;

interface ColourFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Field of the brand's colour, and the shades that the widget's own rules for ink and accent make of it. */
export function ColourField({ onChange, value }: ColourFieldProps) {
  const t = useTexts();
  const notes = contrastNotes(value);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root error={notes === null && t('settings.appearance.colour.invalid')}>
        <Field.Label>{t('settings.appearance.colour')}</Field.Label>
        <Flex gap={2} alignItems="stretch">
          <Swatch
            type="color"
            aria-label={t('settings.appearance.colour.pick')}
            value={notes === null ? '#000000' : value}
            onChange={({ target }) => onChange(target.value)}
          />
          <TextInput
            value={value}
            maxLength={7}
            spellCheck={false}
            onChange={({ target }: { target: HTMLInputElement }) => onChange(target.value)}
          />
        </Flex>
        <Field.Error />
      </Field.Root>
      {notes !== null && (
        <Flex
          tag="ul"
          direction="column"
          alignItems="stretch"
          gap={2}
          aria-label={t('settings.appearance.contrast')}
        >
          {notes.map((note) => (
            <Note key={note.surface} note={note} />
          ))}
        </Flex>
      )}
    </Flex>
  );
}

/** Note on a colour that would not be readable: shows and describes the shade that the widget takes instead. */
function Note({
  note: { back, fore, isAdjusted, isEnough, ratio, surface },
}: {
  readonly note: ContrastNote;
}) {
  const t = useTexts();
  const locale = useLocale();
  const words = { ratio: ratio.toLocaleString(locale, { maximumFractionDigits: 1 }) };
  const isWarning = isAdjusted || !isEnough;
  return (
    <Flex tag="li" gap={3} alignItems="center">
      <Sample aria-hidden style={{ background: back, color: fore }}>
        Aa
      </Sample>
      <Typography variant="pi" textColor={isWarning ? 'neutral800' : 'neutral600'}>
        {t(
          isAdjusted
            ? `settings.appearance.contrast.${surface}.adjusted`
            : `settings.appearance.contrast.${surface}`,
          words,
        )}{' '}
        {isEnough && !isAdjusted ? (
          <Check aria-hidden width={10} height={10} />
        ) : (
          <WarningCircle aria-hidden width={12} height={12} fill="warning600" />
        )}
      </Typography>
    </Flex>
  );
}
