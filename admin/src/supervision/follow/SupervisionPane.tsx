import { useEffect, useRef } from 'react';
import { Button, IconButton, Loader } from '@strapi/design-system';
import { Cross, Eye } from '@strapi/icons';
import { styled } from 'styled-components';

import type { SupervisedInteraction } from '../../../../plugins/attendance/protocol/supervision/supervision-events';
import type { SupervisionDesk } from '../../desks/supervision-desk';
import type { SupervisionState } from '../../desks/supervision-state';
import { useSentences, useTexts, type Translate } from '../../i18n/useTexts';
import { Stopwatch } from '../../ui/Clock';
import { cutText, shade } from '../../ui/styles/surfaces';
import { visitorName } from '../../ui/format/visitor-name';
import { VisitorFace } from '../../visitors/VisitorFace';
import { FollowedTranscript } from './FollowedTranscript';
import { SupervisionActions } from './SupervisionActions';
import { useSupervision } from './useSupervision';
import { WhisperComposer } from './WhisperComposer';

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

const Header = styled.header`
  display: flex;
  flex-direction: column;
  gap: 10px;
  padding: 12px 16px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Who = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  min-width: 0;
  > div {
    flex: 1;
    min-width: 0;
  }
  h2,
  p {
    ${cutText}
  }
  h2 {
    font-size: 1.6rem;
    font-weight: 600;
    line-height: 2.2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  p {
    font-size: 1.2rem;
    line-height: 1.8rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Sentence = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  flex: 1;
  gap: 12px;
  padding: 24px;
  text-align: center;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Over = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: center;
  gap: 8px 16px;
  padding: 14px 16px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral600};
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
  const standing = useSupervision(desk, (state) => state.standing);
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
      <Header>
        <Who>
          {interaction !== null && (
            <VisitorFace id={interaction.visitor.id} name={interaction.visitor.name} />
          )}
          <div>
            <h2 dir="auto" title={name}>
              {name}
            </h2>
            {interaction !== null && <Facts interaction={interaction} />}
          </div>
          <IconButton label={t('supervision.follow.close')} variant="ghost" onClick={onClose}>
            <Cross />
          </IconButton>
        </Who>
        {interaction !== null && (standing === 'following' || standing === 'lost') && (
          <SupervisionActions desk={desk} interaction={interaction} onDone={onClose} onTaken={onTaken} />
        )}
      </Header>
      {interaction === null ? (
        <Opening desk={desk} />
      ) : (
        <>
          <FollowedTranscript key={id} desk={desk} interaction={interaction} />
          <Foot desk={desk} interaction={interaction} onTaken={onTaken} />
        </>
      )}
    </Pane>
  );
}

/** Channel, department, agent, and how long it has waited or is attended. */
function Facts({ interaction }: { readonly interaction: SupervisedInteraction }) {
  const t = useTexts();
  const sentence = useSentences();
  const { agentName, assignedAt, channel, department, visitorEndedAt, waitingSince } = interaction;
  const facts = [
    t(`ui.channel.${channel}`),
    department?.name,
    assignedAt !== null && t('supervision.follow.with', { name: agentName }),
  ];
  const duration = <Stopwatch since={assignedAt ?? waitingSince} until={visitorEndedAt} />;
  return (
    <p>
      {facts.filter(Boolean).join(' · ')} ·{' '}
      {sentence(assignedAt === null ? 'supervision.follow.waiting' : 'supervision.follow.attended', {
        duration,
      })}
    </p>
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

interface FootProps extends Pick<SupervisionPaneProps, 'desk' | 'onTaken'> {
  readonly interaction: SupervisedInteraction;
}

/** The box for whispers, or why there is none. */
function Foot({ desk, interaction, onTaken }: FootProps) {
  const t = useTexts();
  const standing = useSupervision(desk, (state) => state.standing);
  const refusal = useSupervision(desk, (state) => state.refusal);
  const ending = endingOf(standing, t);
  if (ending !== null)
    return (
      <Over role="status">
        {standing === 'failed' && refusal !== null
          ? t('supervision.follow.failed', { reason: t(`ui.error.${refusal}`) })
          : ending}
        {standing === 'yours' && (
          <Button size="S" onClick={onTaken}>
            {t('supervision.follow.yours.go')}
          </Button>
        )}
        {standing === 'failed' && (
          <Button size="S" variant="tertiary" onClick={desk.retry}>
            {t('ui.retry')}
          </Button>
        )}
      </Over>
    );
  if (interaction.status === 'waiting') return <Over>{t('supervision.follow.whisper.nobody')}</Over>;
  return <WhisperComposer key={interaction.id} desk={desk} agentName={interaction.agentName} />;
}

function endingOf(standing: SupervisionState['standing'], t: Translate): string | null {
  switch (standing) {
    case 'over':
      return t('supervision.follow.over');
    case 'yours':
      return t('supervision.follow.yours');
    case 'forbidden':
      return t('supervision.follow.forbidden');
    case 'failed':
      return t('ui.error.internal');
    default:
      return null;
  }
}
