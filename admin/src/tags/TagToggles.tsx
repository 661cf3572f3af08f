import { Check } from '@strapi/icons';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { inkOn } from '../../../widget/colour/contrast';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { cutText, focusRing, plainButton } from '../ui/styles/surfaces';

const Choices = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
  max-height: 160px;
  padding: 3px;
  overflow-y: auto;
`;

const Toggle = styled.button<{ $colour: string }>`
  ${plainButton}
  ${focusRing}
  display: inline-flex;
  align-items: center;
  gap: 6px;
  max-width: 100%;
  min-height: 28px;
  padding: 2px 11px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 14px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.8rem;
  > span {
    ${cutText}
  }
  i {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: ${({ $colour }) => $colour};
  }
  svg {
    flex: none;
    width: 10px;
    height: 10px;
  }
  svg path {
    fill: currentColor;
  }
  &[aria-pressed='true'] {
    border-color: ${({ $colour }) => $colour};
    background: ${({ $colour }) => $colour};
    color: ${({ $colour }) => inkOn($colour)};
  }
`;

/** Toggles for every tag, for the moment of ending. Those that the interaction bears are pressed already. */
export function TagToggles({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const { id, tagIds } = interaction;
  const all = useAttendance(({ tools }) => tools.tags);
  const shown = all.filter((tag) => !tag.isArchived || tagIds.includes(tag.id));
  if (shown.length === 0) return null;
  return (
    <Choices role="group" aria-label={t('tags.atEnd')}>
      {shown.map((tag) => {
        const isOn = tagIds.includes(tag.id);
        return (
          <Toggle
            key={tag.id}
            type="button"
            $colour={tag.colour}
            aria-pressed={isOn}
            onClick={() =>
              void (isOn ? currentSession()?.removeTag(id, tag.id) : currentSession()?.addTag(id, tag.id))
            }
          >
            {isOn ? <Check aria-hidden /> : <i aria-hidden />}
            <span dir="auto">{tag.name}</span>
          </Toggle>
        );
      })}
    </Choices>
  );
}
