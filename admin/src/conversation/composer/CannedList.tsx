import { useEffect } from 'react';
import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { CannedResponse } from '../../../../plugins/attendance/protocol/tools/tools';
import { useTexts } from '../../i18n/useTexts';
import { cutText, shade } from '../../ui/styles/surfaces';
import { previewOf } from '../../model/canned';
import { Gap } from '../../ui/Gap';
import type { Canned } from './useCanned';

const Popup = styled.div`
  position: absolute;
  z-index: 3;
  left: 0;
  right: 0;
  bottom: calc(100% + 8px);
  display: grid;
  grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
  grid-template-rows: minmax(0, 1fr) auto;
  max-height: min(340px, 45vh);
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  @media (max-width: 767px) {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto auto;
  }
`;

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 6px;
  min-height: 0;
  overflow-y: auto;
`;

const Option = styled.li`
  padding: 6px 10px;
  border-radius: 8px;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  cursor: pointer;
  &[aria-selected='true'] {
    background: ${shade('selected')};
  }
  span,
  small {
    ${cutText}
    display: block;
  }
  span {
    font-weight: 600;
  }
  small {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Preview = styled.div`
  min-height: 0;
  padding: 12px 16px;
  overflow-y: auto;
  border-left: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${shade('canvas')};
  font-size: 1.3rem;
  line-height: 1.9rem;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  h3 {
    margin-bottom: 4px;
    font-size: 1.1rem;
    font-weight: 600;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  @media (max-width: 767px) {
    max-height: 96px;
    border-left: 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

const Keys = styled.p`
  grid-column: 1 / -1;
  padding: 6px 16px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  font-size: 1.1rem;
  line-height: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Sentence = styled.p`
  grid-column: 1 / -1;
  padding: 14px 16px;
  font-size: 1.3rem;
  line-height: 1.9rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/**
 * List of the canned responses that match after `/`, above the text that keeps the focus; read out as the options of
 * that text's list.
 */
export function CannedList({ canned }: { readonly canned: Canned }) {
  const t = useTexts();
  const { active, found, isEmpty, isOpen, listId, query } = canned;
  return (
    <>
      <VisuallyHidden aria-live="polite">
        {isOpen && !isEmpty && t('conversation.canned.count', { count: found.length })}
      </VisuallyHidden>
      {isOpen && (
        <Popup>
          {found.length === 0 ? (
            <Sentence>
              {isEmpty ? t('conversation.canned.none') : t('conversation.canned.noMatch', { query })}
            </Sentence>
          ) : (
            <>
              <List id={listId} role="listbox" aria-label={t('conversation.canned.label')}>
                {found.map((response) => (
                  <CannedOption
                    key={response.id}
                    response={response}
                    canned={canned}
                    isActive={response === active}
                  />
                ))}
              </List>
              {active !== null && <CannedPreview canned={canned} response={active} />}
              <Keys aria-hidden>{t('conversation.canned.keys')}</Keys>
            </>
          )}
        </Popup>
      )}
    </>
  );
}

interface CannedOptionProps {
  readonly response: CannedResponse;
  readonly canned: Canned;
  readonly isActive: boolean;
}

function CannedOption({ canned, isActive, response }: CannedOptionProps) {
  const id = canned.optionId(response);
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id, isActive]);
  return (
    <Option
      id={id}
      role="option"
      aria-selected={isActive}
      // The text keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => !isActive && canned.choose(response)}
      onClick={() => canned.insert(response)}
    >
      <span dir="auto">{response.title}</span>
      <small>/{response.shortcut}</small>
    </Option>
  );
}

function CannedPreview({ canned, response }: Omit<CannedOptionProps, 'isActive'>) {
  const t = useTexts();
  if (canned.values === null) return null;
  return (
    <Preview>
      <h3>{t('conversation.canned.preview')}</h3>
      <div dir="auto">
        {previewOf(response, canned.values).map((part, index) =>
          part.kind === 'blank' ? (
            <Gap key={index}>{t(`conversation.variable.${part.variable}`)}</Gap>
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
      </div>
    </Preview>
  );
}
