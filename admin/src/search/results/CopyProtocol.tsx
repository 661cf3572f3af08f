import { useState } from 'react';
import { IconButton, VisuallyHidden } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { MarkedText } from '../../ui/MarkedText';

/** A line with a button taller than the text, which does not push the lines apart. */
const Line = styled.span`
  display: flex;
  align-items: center;
  gap: 4px;
  margin: -4px 0;
  button {
    width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    background: none;
  }
  svg {
    width: 14px;
    height: 14px;
  }
`;

interface CopyProtocolProps {
  readonly number: string;
  readonly words: readonly string[];
}

/** The protocol number, with a button that copies it for a letter or another system. */
export function CopyProtocol({ number, words }: CopyProtocolProps) {
  const t = useTexts();
  const { copy } = useClipboard();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === number;
  return (
    <Line>
      <span>
        <MarkedText text={number} words={words} />
      </span>
      <IconButton
        label={t('search.copy')}
        variant="ghost"
        onClick={() => void copy(number).then((isDone) => setCopied(isDone ? number : null))}
      >
        {isCopied ? <Check /> : <Duplicate />}
      </IconButton>
      <VisuallyHidden>
        <span role="status">{isCopied && t('search.copied')}</span>
      </VisuallyHidden>
    </Line>
  );
}
