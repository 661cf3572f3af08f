import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { CallMedium } from '../../../plugins/attendance/protocol/calls/calls';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { Countdown } from '../ui/Clock';
import { shade } from '../ui/styles/surfaces';
import { visitorName } from '../ui/format/visitor-name';
import { callStageOf } from '../model/selectors/select-call';
import { keepAsking } from '../../../plugins/attendance/chat/keep-asking';
import { useCallDesk } from './useCallDesk';

const CallPanel = lazy(async () => ({ default: (await keepAsking(() => import('./CallPanel'))).CallPanel }));

const Bar = styled.section`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 12px;
  padding: 12px 24px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${shade('selected')};
  font-size: 1.4rem;
  line-height: 2rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral800};
  > p {
    flex: 1 1 200px;
    min-width: 0;
  }
`;

/** Slot above the conversation: the call, or what has to be done about one [M4]. */
export function CallSlot({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const stage = callStageOf(interaction);
  const { id, visitor } = interaction;
  switch (stage.kind) {
    case 'none':
      return null;
    case 'connected':
      return <ConnectedCall interaction={interaction} />;
    case 'invited':
      return (
        <Notice
          text={t(`call.invited.${stage.medium}`, { name: visitorName(visitor, t) })}
          until={stage.until}
        >
          {stage.mayDecline && (
            <Button variant="tertiary" onClick={() => void currentSession()?.declineCall(id)}>
              {t('call.decline')}
            </Button>
          )}
          <Button onClick={() => void currentSession()?.answerCall(id)}>{t('call.answer')}</Button>
        </Notice>
      );
    case 'asking':
      return (
        <Notice text={t('call.asking')} until={stage.until}>
          <Button variant="tertiary" onClick={() => void currentSession()?.declineCall(id)}>
            {t('call.cancel')}
          </Button>
        </Notice>
      );
    case 'over':
      return <CallOver interaction={interaction} medium={stage.medium} />;
  }
}

interface CallOverProps {
  readonly interaction: AgentInteraction;
  readonly medium: CallMedium;
}

/** Notice that the call was hung up, with the reason where the service did it. */
function CallOver({ interaction: { awayUntil, id }, medium }: CallOverProps) {
  const t = useTexts();
  const isUnsafe = useCallDesk()?.unsafeId === id;
  return (
    <Notice text={t(isUnsafe ? 'call.over.unsafe' : 'call.over')} until={null}>
      <Button
        variant="tertiary"
        disabled={awayUntil !== null}
        onClick={() => void currentSession()?.askCall(id, medium)}
      >
        {t('call.again')}
      </Button>
    </Notice>
  );
}

interface NoticeProps {
  readonly text: string;
  readonly until: number | null;
  readonly children: ReactNode;
}

/** A call's notice. Its ticking clock is outside the live region, so that it is not read out each second [S6]. */
function Notice({ children, text, until }: NoticeProps) {
  return (
    <Bar aria-label={useTexts()('call.area')}>
      <p role="status">{text}</p>
      {until !== null && (
        <span>
          <Countdown until={until} />
        </span>
      )}
      {children}
    </Bar>
  );
}

function ConnectedCall({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const desk = useCallDesk();
  const bring = (): void => currentSession()?.calls.bring();
  if (desk?.hasNoEngine)
    return (
      <Notice text={t('call.problem.provider-unreachable')} until={null}>
        <Button onClick={bring}>{t('call.retry')}</Button>
      </Notice>
    );
  if (desk?.seat === 'elsewhere')
    return (
      <Notice text={t('call.elsewhere')} until={null}>
        <Button onClick={bring}>{t('call.bring')}</Button>
      </Notice>
    );
  const joining = (
    <Notice text={t('call.phase.joining')} until={null}>
      {null}
    </Notice>
  );
  if (!desk?.call) return joining;
  return (
    <Suspense fallback={joining}>
      <CallPanel call={desk.call} interaction={interaction} visitorQuality={desk.visitorQuality} />
    </Suspense>
  );
}
