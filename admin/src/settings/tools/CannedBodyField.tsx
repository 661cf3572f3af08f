import { useLayoutEffect, useRef, useState } from 'react';
import { Box, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import {
  CANNED_VARIABLES,
  faultOfCanned,
  fillCanned,
  type CannedValues,
} from '../../../../plugins/attendance/protocol/shared/text/canned-text';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { Gap } from '../../ui/Gap';
import { useTexts } from '../../i18n/useTexts';
import { focusRing, plainButton } from '../../ui/styles/surfaces';

const Variable = styled.button`
  ${plainButton}
  ${focusRing}
  padding: 2px 9px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  font-size: 1.2rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

const Sample = styled.p`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: 1.3rem;
  line-height: 1.9rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

/** Sample values of nobody: a visitor who gave a name and no e-mail. */
const SAMPLE: CannedValues = {
  'visitor.name': 'Carla Souza',
  'visitor.firstName': 'Carla',
  'visitor.email': '',
  'agent.name': 'Ana',
  'interaction.protocol': '2026-000123',
  'site.name': 'Loja',
};

interface CannedBodyFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (body: string) => void;
}

/** Field of a canned response's text, with its variables at hand and a sample of the result. */
export function CannedBodyField({ error, onChange, value }: CannedBodyFieldProps) {
  const t = useTexts();
  const input = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (caret === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(caret, caret);
    setCaret(null);
  }, [caret]);
  const insert = (text: string): void => {
    const { selectionEnd = value.length, selectionStart = value.length } = input.current ?? {};
    onChange(value.slice(0, selectionStart) + text + value.slice(selectionEnd));
    setCaret(selectionStart + text.length);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root
        hint={t('settings.tools.canned.variables.hint', { example: '{{visitor.firstName|cliente}}' })}
        error={error ?? false}
      >
        <Field.Label>{t('settings.tools.canned.body')}</Field.Label>
        <Textarea
          ref={input}
          value={value}
          maxLength={LIMITS.messageCodePoints}
          onChange={({ target }) => onChange(target.value)}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      <Flex gap={1} wrap="wrap" role="group" aria-label={t('settings.tools.canned.variables')}>
        {CANNED_VARIABLES.map((name) => (
          <Variable key={name} type="button" title={`{{${name}}}`} onClick={() => insert(`{{${name}}}`)}>
            {t(`conversation.variable.${name}`)}
          </Variable>
        ))}
      </Flex>
      {value.trim() !== '' && faultOfCanned(value) === null && (
        <Box background="neutral100" hasRadius padding={3}>
          <Typography variant="pi" textColor="neutral600">
            {t('settings.tools.canned.sample')}
          </Typography>
          <Sample dir="auto">
            {fillCanned(value, SAMPLE).map((part, index) =>
              part.kind === 'blank' ? (
                <Gap key={index}>{t(`conversation.variable.${part.variable}`)}</Gap>
              ) : (
                <span key={index}>{part.text}</span>
              ),
            )}
          </Sample>
        </Box>
      )}
    </Flex>
  );
}
