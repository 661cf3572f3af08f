import { Lock, Paperclip } from '@strapi/icons';
import { css, styled } from 'styled-components';

import type { FoundInteraction } from '../../../../plugins/attendance/protocol/search/search';
import { useTexts } from '../../i18n/useTexts';
import { MarkedText } from '../../ui/MarkedText';
import { cutText, shade } from '../../ui/styles/surfaces';
import { contactFound, isTeams, displayedExcerpt, writerOf } from './found-texts';

const Text = styled.span<{ $isNote: boolean }>`
  display: -webkit-box;
  margin-top: 4px;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  @media (max-width: 767px) {
    -webkit-line-clamp: 3;
  }
  overflow-wrap: anywhere;
  font-size: 1.3rem;
  line-height: 1.9rem;
  color: ${({ theme }) => theme.colors.neutral700};
  b {
    font-weight: 500;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  svg {
    width: 11px;
    height: 11px;
    margin-right: 4px;
    vertical-align: -1px;
  }
  svg path {
    fill: currentColor;
  }
  ${({ $isNote }) =>
    $isNote &&
    css`
      padding: 1px 8px;
      border-radius: 6px;
      background: ${shade('note')};
      b {
        color: ${shade('noteInk')};
      }
    `}
`;

const Contact = styled.span`
  ${cutText}
  display: block;
  margin-top: 4px;
  font-size: 1.3rem;
  line-height: 1.9rem;
  color: ${({ theme }) => theme.colors.neutral700};
`;

interface FoundExcerptProps {
  readonly interaction: FoundInteraction;
  readonly words: readonly string[];
}

/**
 * Excerpt with the words found: who wrote what, or which field of the visitor; nothing where no words were searched.
 */
export function FoundExcerpt({ interaction, words }: FoundExcerptProps) {
  const t = useTexts();
  const { visitor } = interaction;
  const excerpt = displayedExcerpt(interaction);
  const contact = contactFound(interaction, words).join(' · ');
  if (contact !== '')
    return (
      <Contact dir="auto">
        <MarkedText text={contact} words={words} />
      </Contact>
    );
  if (excerpt === null) return null;
  return (
    <Text dir="auto" $isNote={isTeams(excerpt)}>
      <b>
        {isTeams(excerpt) && <Lock aria-hidden />}
        {excerpt.of === 'file-name' && <Paperclip aria-hidden />}
        {writerOf(excerpt, visitor, t)}:
      </b>{' '}
      <MarkedText text={excerpt.text} words={words} />
    </Text>
  );
}
