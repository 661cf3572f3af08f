import { useRef } from 'react';
import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { OngoingCall } from '../../../plugins/attendance/media/ongoing-call';
import type { AgentInteraction, CallQuality } from '../../../plugins/attendance/protocol/entities';
import { useTexts } from '../i18n/useTexts';
import { Countdown, Stopwatch } from '../look/Clock';
import { CallControls } from './CallControls';
import { CallStage } from './CallStage';
import { levelOf, weakSideOf } from './quality-view';
import { useCallView } from './useCallDesk';

const Panel = styled.section`
  display: flex;
  flex-direction: column;
  flex: none;
  background: #12121e;
  color: #ffffff;
  font-size: 1.3rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
`;

const Facts = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  padding: 8px 16px;
  > :first-child {
    font-weight: 600;
  }
  p {
    flex: 1 0 100%;
    min-height: 18px;
  }
`;

interface CallPanelProps {
  readonly call: OngoingCall;
  readonly interaction: AgentInteraction;
  readonly visitorQuality: CallQuality | null;
}

/** The call in this tab, above the conversation [M4]. */
export function CallPanel({ call, interaction, visitorQuality }: CallPanelProps) {
  const t = useTexts();
  const panel = useRef<HTMLElement>(null);
  const view = useCallView(call);
  const startedAt = interaction.call?.state === 'connected' ? interaction.call.startedAt : null;
  const weak = weakSideOf(view.quality, visitorQuality);
  const [beforeTime, afterTime] = t('call.away', { time: '\u0000' }).split('\u0000');
  const words = view.problem !== null && view.phase === 'failed' ? t(`call.problem.${view.problem}`) : null;
  return (
    <Panel ref={panel} aria-label={t('call.area')}>
      <Facts>
        {startedAt !== null && (
          <span title={t('call.duration')}>
            <Stopwatch since={startedAt} />
          </span>
        )}
        <span>
          {t('call.quality.you')}: {t(`call.quality.${levelOf(view.quality)}`)}
        </span>
        <span>
          {t('call.quality.visitor')}: {t(`call.quality.${levelOf(visitorQuality)}`)}
        </span>
        {interaction.awayUntil === null ? (
          <p role="status">
            {words ??
              (view.phase !== 'connected'
                ? t(`call.phase.${view.phase}`)
                : weak !== null
                  ? t(`call.weak.${weak}`)
                  : view.isVoiceOnly
                    ? t('call.voiceOnly')
                    : '')}
          </p>
        ) : (
          <p>
            {beforeTime}
            <Countdown until={interaction.awayUntil} />
            {afterTime}
          </p>
        )}
        {view.phase === 'failed' && <Button onClick={() => call.retry()}>{t('call.retry')}</Button>}
      </Facts>
      <CallStage view={view} visitor={interaction.visitor} />
      <CallControls call={call} view={view} id={interaction.id} panel={panel} />
    </Panel>
  );
}
