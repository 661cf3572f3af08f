import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';

import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../Panel';
import { readOrigins, type OriginLine } from './origins';

interface OriginsFieldProps {
  readonly value: readonly string[];
  readonly onChange: (origins: readonly string[]) => void;
}

/**
 * Field of the origins that may show the widget, one a line; a fault is shown with its line, and with what was probably meant.
 */
export function OriginsField({ onChange, value }: OriginsFieldProps) {
  const t = useTexts();
  const faulty = readOrigins(value).filter(({ fault }) => fault !== null);
  const correct = ({ suggestion, text }: OriginLine): void => {
    if (suggestion !== null) onChange(value.map((line) => (line.trim() === text ? suggestion : line)));
  };
  return (
    <Panel title={t('settings.sites.origins')} hint={t('settings.sites.origins.why')}>
      <Field.Root
        hint={t('settings.sites.origins.hint')}
        error={faulty.length > 0 && t('settings.sites.origins.faults', { count: faulty.length })}
      >
        <Field.Label>{t('settings.sites.origins.label')}</Field.Label>
        <Textarea
          value={value.join('\n')}
          spellCheck={false}
          placeholder="https://www.exemplo.com.br"
          onChange={({ target }) => onChange(target.value.split('\n'))}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {faulty.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-live="polite">
          {faulty.map((line) => (
            <Flex key={line.text} tag="li" gap={3} wrap="wrap" alignItems="center">
              <Typography variant="pi" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
                {line.text}: {t(`settings.sites.origins.${line.fault ?? 'invalid'}`)}
              </Typography>
              {line.suggestion !== null && (
                <Button size="S" variant="tertiary" onClick={() => correct(line)}>
                  {t('settings.sites.origins.use', { origin: line.suggestion })}
                </Button>
              )}
            </Flex>
          ))}
        </Flex>
      )}
    </Panel>
  );
}
