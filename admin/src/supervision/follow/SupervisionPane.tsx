import { useEffect, useRef } from 'react';
import { Button, Loader } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { styled } from 'styled-components';

import type { SupervisionDesk } from '../../desks/supervision-desk';
import { useTexts } from '../../i18n/useTexts';
import { visitorName } from '../../ui/format/visitor-name';
import { shade } from '../../ui/styles/surfaces';
import { Sentence } from '../Sentence';
import { FollowedTranscript } from './FollowedTranscript';
import { PaneFoot } from './PaneFoot';
import { PaneHeader } from './PaneHeader';
import { useSupervision } from './useSupervision';

const Pane = styled.section`
  position: relative;
  display: flex;
  flex-direction: column;
  height: 100%;
  min-height: 0;
  background: ${shade('canvas')};
  &:focus {
    outline: 0;
  }
`;

/** The mark of reading unseen: a band of the whispers' colour, which nothing of one's own conversations has. */
const Mark = styled.p`
  display: flex;
  align-items: center;
  justify-content: center;
  gap: 8px;
  padding: 6px 16px;
  border-bottom: 1px solid ${shade('whisperEdge')};
  background: ${shade('whisper')};
  color: ${shade('whisperInk')};
  font-size: 1.3rem;
  font-weight: 600;
  line-height: 1.8rem;
  svg {
    flex: none;
    width: 16px;
    height: 16px;
  }
  svg path {
    fill: currentColor;
  }
`;

interface SupervisionPaneProps {
  readonly desk: SupervisionDesk;
  readonly onClose: () => void;
  /** Goes to this supervisor's own list, where the interaction is now. */
  readonly onTaken: () => void;
}

/** A live interaction of another, read beside the board [R17]: what its agent sees, and what a supervisor may do. */
export function SupervisionPane({ desk, onClose, onTaken }: SupervisionPaneProps) {
  const t = useTexts();
  const pane = useRef<HTMLElement>(null);
  const id = useSupervision(desk, (state) => state.id);
  const interaction = useSupervision(desk, (state) => state.interaction);
  const name = interaction === null ? '…' : visitorName(interaction.visitor, t);
  useEffect(() => pane.current?.focus(), [id]);
  return (
    <Pane
      ref={pane}
      tabIndex={-1}
      aria-label={t('supervision.follow.title', { name })}
      onKeyDown={(event) => {
        // Dialogs of the pane are elsewhere in the page, and handle Esc themselves.
        const isOurs = event.target instanceof Element && event.currentTarget.contains(event.target);
        if (event.key === 'Escape' && isOurs && !event.defaultPrevented) onClose();
      }}
    >
      <Mark>
        <Eye aria-hidden />
        {t('supervision.follow.mark')}
      </Mark>
      <PaneHeader desk={desk} interaction={interaction} name={name} onClose={onClose} onTaken={onTaken} />
      {interaction === null ? (
        <Opening desk={desk} />
      ) : (
        <>
          <FollowedTranscript key={id} desk={desk} interaction={interaction} />
          <PaneFoot desk={desk} interaction={interaction} onTaken={onTaken} />
        </>
      )}
    </Pane>
  );
}

/** What stands in the pane's place until there is something to read, or where there never will be. */
function Opening({ desk }: { readonly desk: SupervisionDesk }) {
  const t = useTexts();
  const refusal = useSupervision(desk, ({ refusal: code }) => code);
  if (refusal === null)
    return (
      <Sentence>
        <Loader small>{t('conversation.loading')}</Loader>
      </Sentence>
    );
  const isGone = refusal === 'conflict' || refusal === 'not_found';
  return (
    <Sentence role="alert">
      {isGone
        ? t('supervision.follow.gone')
        : t('supervision.follow.failed', { reason: t(`ui.error.${refusal}`) })}
      {!isGone && (
        <Button variant="tertiary" onClick={desk.retry}>
          {t('ui.retry')}
        </Button>
      )}
    </Sentence>
  );
}
