import { useCallback, useState } from 'react';
import { Page, useMediaQuery } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { store, useAttendance } from '../attendance';
import { BlocksDialog } from '../blocks/BlocksDialog';
import { Conversation } from '../conversation/Conversation';
import { Details } from '../details/Details';
import { useTexts } from '../i18n/useTexts';
import { ListColumn } from '../list/ListColumn';
import { selectedInteraction } from '../model/select';
import { PERMISSION } from '../plugin-id';
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
`;

/** Three columns; below 1024 px the details are a drawer, below 768 px there is one pane at a time. */
const Columns = styled.div<{ $hasSelection: boolean }>`
  display: grid;
  flex: 1;
  min-height: 0;
  grid-template-columns: ${({ $hasSelection }) =>
    $hasSelection ? '300px minmax(0, 1fr) 320px' : '300px minmax(0, 1fr)'};
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
    > ${({ $hasSelection }) => ($hasSelection ? ':first-child' : ':nth-child(2)')} {
      display: none;
    }
  }
`;

/** "Atendimento" [A1]. */
export function AttendancePage() {
  const t = useTexts();
  return (
    <Page.Protect permissions={[{ ...PERMISSION.attend }]}>
      <Page.Title>{t('title')}</Page.Title>
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
  const closePanes = useCallback(() => {
    setDetailsOpen(false);
    setEnding(false);
  }, []);
  const back = useCallback(() => store.dispatch({ type: 'interaction:selected', interactionId: null }), []);
  useShortcuts({ onPalette: openPalette, onMove: closePanes });
  return (
    <Screen id="main-content" tabIndex={-1}>
      <ConnectionBanner />
      <Columns $hasSelection={interaction !== null}>
        <ListColumn onOpened={closePanes} onPalette={openPalette} onFind={() => setFinding(true)} />
        {interaction === null ? (
          <PickOne />
        ) : (
          <Conversation
            interaction={interaction}
            isEnding={isEnding}
            onEnd={setEnding}
            onBack={back}
            onDetails={() => setDetailsOpen(true)}
          />
        )}
        {interaction !== null && !isNarrow && <Details interaction={interaction} />}
      </Columns>
      {interaction !== null && isNarrow && isDetailsOpen && (
        <DetailsDrawer interaction={interaction} onClose={() => setDetailsOpen(false)} />
      )}
      {isPaletteOpen && (
        <Palette
          onClose={() => setPaletteOpen(false)}
          onEnd={() => setEnding(true)}
          onBlocks={() => setListingBlocks(true)}
          onFind={() => setFinding(true)}
        />
      )}
      {isFinding && <FindVisitorDialog onClose={() => setFinding(false)} />}
      {isListingBlocks && <BlocksDialog onClose={() => setListingBlocks(false)} />}
      <Notice />
    </Screen>
  );
}
