import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';

const Code = styled.code`
  flex: 1 1 320px;
  min-width: 0;
  padding: 12px 16px;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: ui-monospace, monospace;
  font-size: 1.3rem;
  line-height: 2rem;
  overflow-wrap: anywhere;
`;

interface CopyLineProps {
  readonly text: string;
  /** Name of the copied text, for the button's label. */
  readonly name: string;
}

/** A line of code with a button that copies it. */
export function CopyLine({ name, text }: CopyLineProps) {
  const t = useTexts();
  const { copy } = useClipboard();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  return (
    <Flex gap={3} wrap="wrap" alignItems="center">
      <Code>{text}</Code>
      <Button
        variant="secondary"
        startIcon={isCopied ? <Check aria-hidden /> : <Duplicate aria-hidden />}
        aria-label={`${t(isCopied ? 'settings.install.snippet.copied' : 'settings.install.snippet.copy')}: ${name}`}
        onClick={() => void copy(text).then((isDone) => setCopied(isDone ? text : null))}
      >
        <span aria-live="polite">
          {t(isCopied ? 'settings.install.snippet.copied' : 'settings.install.snippet.copy')}
        </span>
      </Button>
    </Flex>
  );
}
