import { FocusTrap, IconButton, Portal } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { keyframes, styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { Details } from '../details/Details';
import { useTexts } from '../i18n/useTexts';

const enter = keyframes`
  from { transform: translateX(100%); }
`;

const Scrim = styled.div`
  position: fixed;
  inset: 0;
  z-index: 10;
  background: rgba(24, 24, 38, 0.4);
`;

const Drawer = styled.div`
  position: absolute;
  top: 0;
  right: 0;
  bottom: 0;
  width: min(360px, 100%);
  border-left: 1px solid ${({ theme }) => theme.colors.neutral150};
  animation: ${enter} 180ms ease-out;
  @media (prefers-reduced-motion: reduce) {
    animation: none;
  }
`;

interface DetailsDrawerProps {
  readonly interaction: AgentInteraction;
  readonly onClose: () => void;
  readonly onPrint: () => void;
}

/**
 * Returns whether a dialog covers the drawer. Esc closes one layer: a dialog opened from here handles the key after us,
 * and is still open.
 */
function isCovered(): boolean {
  return (
    document.querySelector('[role=dialog][data-state=open], [role=alertdialog][data-state=open]') !== null
  );
}

/** The right column where there is no room for it: over the conversation, until it is closed. */
export function DetailsDrawer({ interaction, onClose, onPrint }: DetailsDrawerProps) {
  const t = useTexts();
  return (
    <Portal>
      <Scrim onClick={({ currentTarget, target }) => target === currentTarget && onClose()}>
        <FocusTrap onEscape={() => !isCovered() && onClose()}>
          <Drawer role="dialog" aria-modal aria-label={t('conversation.details')}>
            <Details
              interaction={interaction}
              onPrint={onPrint}
              close={
                <IconButton label={t('details.close')} variant="ghost" onClick={onClose}>
                  <Cross />
                </IconButton>
              }
            />
          </Drawer>
        </FocusTrap>
      </Scrim>
    </Portal>
  );
}
