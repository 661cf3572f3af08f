import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { Page, useMediaQuery } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { store, useAttendance } from '../attendance/attendance';
import { BlocksDialog } from '../blocks/BlocksDialog';
import { Conversation } from '../conversation/Conversation';
import { Details } from '../details/Details';
import { useTexts } from '../i18n/useTexts';
import { ListColumn } from '../list/ListColumn';
import { useInputMethod } from '../ui/useInputMethod';
import { selectedInteraction } from '../model/selectors/select';
import { PERMISSION } from '../strapi/plugin-id';
import { subjectOf } from '../print/print-subject';
import { usePrinting } from '../print/usePrinting';
import { SearchView } from '../search/SearchView';
import { useSearchView } from '../search/useSearchView';
import { FindVisitorDialog } from '../visitors/FindVisitorDialog';
import { ConnectionBanner } from './ConnectionBanner';
import { DetailsDrawer } from './DetailsDrawer';
import { Notice } from './Notice';
import { Palette } from './Palette';
import { PickOne } from './PickOne';
import { useShortcuts } from './useShortcuts';

const Screen = styled.main`
  display: flex;
  flex: 1;
  flex-direction: column;
  min-height: 0;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral100};
  &:focus {
    outline: 0;
  }
`;

/** Content of the column beside the list. */
type View = 'nothing' | 'conversation' | 'search';

/**
 * The three columns; below 1024 px the details are a drawer, below 768 px there is one pane at a time. The search has
 * its own two.
 */
const Columns = styled.div<{ $view: View }>`
  display: grid;
  flex: 1;
  min-height: 0;
  grid-template-columns: ${({ $view }) =>
    $view === 'conversation' ? '300px minmax(0, 1fr) 320px' : '300px minmax(0, 1fr)'};
  grid-template-rows: minmax(0, 1fr);
  > * {
    min-width: 0;
    min-height: 0;
  }
  > * + * {
    border-left: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @media (max-width: 1023px) {
    grid-template-columns: 300px minmax(0, 1fr);
  }
  @media (max-width: 767px) {
    grid-template-columns: minmax(0, 1fr);
    > * + * {
      border-left: 0;
    }
    > ${({ $view }) => ($view === 'nothing' ? ':nth-child(2)' : ':first-child')} {
      display: none;
    }
  }
`;

/** The page "Atendimento" [A1]. */
export function AttendancePage() {
  const t = useTexts();
  return (
    <Page.Protect permissions={[{ ...PERMISSION.attend }]}>
      <Page.Title>{t('page.title')}</Page.Title>
      <AttendanceScreen />
    </Page.Protect>
  );
}

function AttendanceScreen() {
  const interaction = useAttendance(selectedInteraction);
  const isNarrow = useMediaQuery('(max-width: 1023px)');
  const [isDetailsOpen, setDetailsOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isEnding, setEnding] = useState(false);
  const [isListingBlocks, setListingBlocks] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  const { close: closeSearch, isOpen: isSearching, leave: leaveSearch, open: openSearch } = useSearchView();
  const move = useCallback(() => {
    setDetailsOpen(false);
    setEnding(false);
    leaveSearch();
  }, [leaveSearch]);
  const isBeside = !isSearching && interaction !== null;
  const { paper, print } = usePrinting(isBeside ? subjectOf(interaction) : null);
  const screen = useRef<HTMLElement>(null);
  const hasSelection = interaction !== null;
  useFocusAfter(isSearching && !hasSelection, screen);
  const end = useCallback(() => {
    leaveSearch();
    setEnding(true);
  }, [leaveSearch]);
  const back = useCallback(() => store.dispatch({ type: 'interaction:selected', interactionId: null }), []);
  const find = useCallback(() => setFinding(true), []);
  useInputMethod();
  useShortcuts({ onPalette: openPalette, onMove: move, onSearch: openSearch });
  const view: View = isSearching ? 'search' : interaction === null ? 'nothing' : 'conversation';
  return (
    <Screen ref={screen} id="main-content" tabIndex={-1}>
      <ConnectionBanner />
      <Columns $view={view}>
        <ListColumn onOpened={move} onPalette={openPalette} onSearch={openSearch} />
        {isSearching && <SearchView onClose={closeSearch} onFindVisitor={find} onLeave={move} />}
        {view === 'nothing' && <PickOne />}
        {isBeside && (
          <Conversation
            interaction={interaction}
            isEnding={isEnding}
            onEnd={setEnding}
            onBack={back}
            onDetails={() => setDetailsOpen(true)}
          />
        )}
        {isBeside && !isNarrow && <Details interaction={interaction} onPrint={print} />}
      </Columns>
      {isBeside && isNarrow && isDetailsOpen && (
        <DetailsDrawer interaction={interaction} onPrint={print} onClose={() => setDetailsOpen(false)} />
      )}
      {isPaletteOpen && (
        <Palette
          onClose={() => setPaletteOpen(false)}
          onEnd={end}
          onBlocks={() => setListingBlocks(true)}
          onFind={find}
          onSearch={openSearch}
          onMove={move}
          onPrint={print}
        />
      )}
      {isFinding && <FindVisitorDialog onClose={() => setFinding(false)} onMove={move} />}
      {isListingBlocks && <BlocksDialog onClose={() => setListingBlocks(false)} />}
      <Notice />
      {paper}
    </Screen>
  );
}

/** Moves the focus to the page when the focused element has gone. A conversation takes the focus by itself. */
function useFocusAfter(isOn: boolean, screen: RefObject<HTMLElement>): void {
  const wasOn = useRef(false);
  useEffect(() => {
    const isOver = wasOn.current && !isOn;
    wasOn.current = isOn;
    if (isOver && document.activeElement === document.body) screen.current?.focus();
  }, [isOn, screen]);
}
