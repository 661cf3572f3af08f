import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton, VisuallyHidden } from '@strapi/design-system';
import { ArrowLeft, Search } from '@strapi/icons';
import { useMediaQuery } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { useTexts } from '../i18n/useTexts';
import { EmptyPlace } from '../ui/EmptyPlace';
import { visitorName } from '../ui/format/visitor-name';
import { FoundDetails } from './results/FoundDetails';
import type { SearchDesk } from '../desks/search-desk';
import type { SearchState } from '../desks/search-state';
import { SearchPane } from './SearchPane';
import { useSearchDesk, useSearchState } from './useSearchDesk';
import { useReadingStep } from './useSearchView';

/** Width in px below which a result is read in the place of the results. */
const BESIDE_PX = 1200;

const Whole = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  grid-template-rows: minmax(0, 1fr);
  > * {
    min-width: 0;
    min-height: 0;
  }
  > * + * {
    border-left: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @media (min-width: ${BESIDE_PX}px) {
    grid-template-columns: minmax(0, 1fr) clamp(400px, 38vw, 640px);
  }
`;

interface SearchViewProps {
  readonly onClose: () => void;
  readonly onFindVisitor: () => void;
  /** Called when a conversation is opened. */
  readonly onLeave: () => void;
}

/** The search over past interactions, in the place of the conversation: the agent's list stays beside it [A8]. */
export function SearchView(props: SearchViewProps) {
  const desk = useSearchDesk();
  const state = useSearchState(desk);
  useEffect(() => desk?.enter(), [desk]);
  return desk === null ? <div /> : <Panes desk={desk} state={state} {...props} />;
}

interface PanesProps extends SearchViewProps {
  readonly desk: SearchDesk;
  readonly state: SearchState;
}

function Panes({ desk, onClose, onFindVisitor, onLeave, state }: PanesProps) {
  const t = useTexts();
  const isBeside = useMediaQuery(`(min-width: ${BESIDE_PX}px)`);
  const [returnTo, setReturnTo] = useState<InteractionId | null>(null);
  const { chosen } = state;
  const toResults = useCallback(() => {
    setReturnTo(desk.getState().chosen?.interaction.id ?? null);
    desk.choose(null);
  }, [desk]);
  const reading = useReadingStep(toResults);
  const back = (): void => reading.leave(toResults);
  const choose = (id: InteractionId): void => {
    desk.choose(id);
    if (!isBeside) reading.enter();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { currentTarget, target } = event;
    // An open list or picture handles Esc first.
    const isOurs =
      target instanceof Element && currentTarget.contains(target) && target.closest('dialog') === null;
    if (event.key !== 'Escape' || event.defaultPrevented || !isOurs) return;
    if (!isBeside && chosen !== null) back();
    else onClose();
  };
  const isReading = chosen !== null && !isBeside;
  return (
    <Whole onKeyDown={onKeyDown}>
      {!isReading && (
        <SearchPane
          desk={desk}
          state={state}
          returnTo={returnTo}
          onChoose={choose}
          onClose={onClose}
          onFindVisitor={onFindVisitor}
          onLeave={onLeave}
        />
      )}
      {chosen !== null && (
        <FoundDetails chosen={chosen} back={isReading && <Back onBack={back} />} onLeave={onLeave} />
      )}
      {chosen === null && isBeside && (
        <EmptyPlace icon={<Search aria-hidden />}>{t('search.pick')}</EmptyPlace>
      )}
      <VisuallyHidden>
        <p role="status">
          {chosen !== null &&
            t('search.opened', {
              name: visitorName(chosen.interaction.visitor, t),
              protocol: chosen.interaction.protocolNumber,
            })}
        </p>
      </VisuallyHidden>
    </Whole>
  );
}

/** Button back to the results. It takes the focus: the row that had it is not on screen any more. */
function Back({ onBack }: { readonly onBack: () => void }) {
  const t = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <IconButton ref={button} label={t('search.back')} variant="ghost" withTooltip={false} onClick={onBack}>
      <ArrowLeft />
    </IconButton>
  );
}
