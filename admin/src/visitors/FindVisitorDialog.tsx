import { useState, type FormEvent } from 'react';
import { Button, Loader, Modal, Searchbar, SearchForm } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { KnownVisitor } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { FoundVisitorRow } from './FoundVisitorRow';
import { useFoundVisitors } from './useFoundVisitors';

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 12px;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Search form with a larger button to clear it: the design system's own is smaller than a finger, and than WCAG asks. */
const Search = styled(SearchForm)`
  button {
    min-width: 24px;
    min-height: 24px;
  }
`;

/** Room for the results: nothing moves while somebody types. */
const Results = styled.div`
  height: min(420px, 48vh);
  overflow-y: auto;
`;

const Sentence = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 12px;
  padding: 48px 16px;
  text-align: center;
`;

interface FindVisitorDialogProps {
  /** Interaction whose visitor is to be merged with another; null to look only. */
  readonly mergeFor?: AgentInteraction | null;
  readonly onMerge?: (other: KnownVisitor) => void;
  /** Called when a conversation with a found visitor is opened. */
  readonly onMove?: () => void;
  readonly onClose: () => void;
}

/** Dialog that finds visitors, whoever typed their data and however [A4]. */
export function FindVisitorDialog({ mergeFor = null, onClose, onMerge, onMove }: FindVisitorDialogProps) {
  const t = useTexts();
  const [text, setText] = useState('');
  const { found, more, retry } = useFoundVisitors(text);
  const interactions = useAttendance((state) => state.interactions);
  const actionFor = (visitor: KnownVisitor) => {
    if (mergeFor !== null)
      return visitor.id === mergeFor.visitor.id
        ? null
        : { label: t('visitors.merge.open'), run: () => onMerge?.(visitor) };
    const held = [...interactions.values()].find((interaction) => interaction.visitor.id === visitor.id);
    if (held === undefined) return null;
    const run = (): void => {
      onClose();
      onMove?.();
      void currentSession()?.open(held.id);
    };
    return { label: t('visitors.conversation'), run };
  };
  const isEmpty = typeof found !== 'string' && found.visitors.length === 0;
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t(mergeFor === null ? 'visitors.find' : 'visitors.find.merge')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Body>
            <Search
              onSubmit={(event: FormEvent) => event.preventDefault()}
              // Strapi's field handles Esc itself, to clear the text; in an empty field Esc closes the dialog.
              onKeyDownCapture={({ key }) => key === 'Escape' && text === '' && onClose()}
            >
              <Searchbar
                name="visitor-search"
                value={text}
                maxLength={LIMITS.searchCodePoints}
                onChange={({ target }) => setText(target.value)}
                onClear={() => setText('')}
                clearLabel={t('transfer.clear')}
                placeholder={t('visitors.find.hint')}
              >
                {t('visitors.find.hint')}
              </Searchbar>
            </Search>
            <Results
              tabIndex={0}
              role="region"
              aria-label={t('visitors.results')}
              aria-busy={found === 'loading'}
            >
              {found === 'nothing-asked' && <Sentence>{t('visitors.ask')}</Sentence>}
              {found === 'loading' && (
                <Sentence>
                  <Loader small />
                </Sentence>
              )}
              {found === 'failed' && (
                <Sentence>
                  {t('visitors.failed')}
                  <Button variant="tertiary" onClick={retry}>
                    {t('ui.retry')}
                  </Button>
                </Sentence>
              )}
              {isEmpty && <Sentence>{t(found.isCut ? 'visitors.cut' : 'visitors.none')}</Sentence>}
              {typeof found !== 'string' && !isEmpty && (
                <>
                  <ul>
                    {found.visitors.map((visitor) => (
                      <FoundVisitorRow key={visitor.id} visitor={visitor} action={actionFor(visitor)} />
                    ))}
                  </ul>
                  {found.hasMore && (
                    <Button variant="tertiary" fullWidth onClick={more}>
                      {t('visitors.more')}
                    </Button>
                  )}
                  {found.isCut && <Sentence>{t('visitors.cut')}</Sentence>}
                </>
              )}
            </Results>
            <span role="status" className="sr-only" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
              {typeof found !== 'string' && t('visitors.found', { count: found.visitors.length })}
            </span>
          </Body>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
