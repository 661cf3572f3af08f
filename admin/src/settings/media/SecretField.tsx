import { Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';

import { useTexts } from '../../i18n/useTexts';
import type { SecretChange } from './media-form';

interface SecretFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly isStored: boolean;
  readonly value: SecretChange;
  /** Whether the secret has lines, as a PEM key does: a password field would lose them. */
  readonly hasLines?: boolean;
  readonly onChange: (value: SecretChange) => void;
}

/** Field of a secret that is never shown: typed anew, cleared, or left as it is. */
export function SecretField({
  error,
  hasLines = false,
  hint,
  isStored,
  label,
  onChange,
  value,
}: SecretFieldProps) {
  const t = useTexts();
  const isCleared = value === null;
  const typed = {
    value: value ?? '',
    placeholder: t(isStored ? 'settings.media.secret.stored' : 'settings.media.secret.none'),
    disabled: isCleared,
    autoComplete: 'new-password',
    spellCheck: false,
    onChange: ({ target }: { target: { value: string } }) =>
      onChange(target.value === '' ? undefined : target.value),
  };
  return (
    <Field.Root hint={hint} error={error ?? false}>
      <Field.Label>{label}</Field.Label>
      {hasLines ? <Textarea {...typed} /> : <TextInput {...typed} type="password" />}
      <Field.Error />
      <Field.Hint />
      {isStored && (
        <Flex gap={2} alignItems="center">
          <Button
            size="S"
            variant="tertiary"
            aria-label={`${t(isCleared ? 'settings.media.secret.keep' : 'settings.media.secret.clear')}: ${label}`}
            onClick={() => onChange(isCleared ? undefined : null)}
          >
            {t(isCleared ? 'settings.media.secret.keep' : 'settings.media.secret.clear')}
          </Button>
          <span aria-live="polite">
            {isCleared && (
              <Typography variant="pi" textColor="danger600">
                {t('settings.media.secret.cleared')}
              </Typography>
            )}
          </span>
        </Flex>
      )}
    </Field.Root>
  );
}
