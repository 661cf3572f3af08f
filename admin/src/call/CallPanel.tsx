import { styled } from 'styled-components';

import type { OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { CallQuality } from '../../../plugins/attendance/protocol/calls/calls';
import { useSentences, useTexts } from '../i18n/useTexts';
import { Countdown, Stopwatch } from '../ui/Clock';
import { CallControls } from './CallControls';
import { CallStage } from './stage/CallStage';
import { statusOf } from './call-status';
import { FailedStage } from './stage/FailedStage';
import { QualityMeter } from './QualityMeter';
import { levelOf } from './quality-view';
import { useCallView } from './useCallDesk';
import { useFullScreen } from '../ui/useFullScreen';

const Panel = styled.section`
  container: call / inline-size;
  display: flex;
  flex-direction: column;
  flex: none;
  background: #12121e;
  color: #ffffff;
  font-size: 1.3rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  &[data-is-large='true'] {
    position: fixed;
    inset: 0;
    /* The layer is above Strapi's own navigation, and below what opens over a page. */
    z-index: 250;
  }
`;

const Facts = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 2px 16px;
  padding: 8px 16px;
  > :first-child {
    font-weight: 600;
  }
  p {
    flex: 1 0 100%;
    /* Nothing shifts when there is something to say. */
    min-height: 18px;
    @container call (max-width: 559px) {
      min-height: 0;
    }
    color: #dcdce4;
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
  const sentence = useSentences();
  const view = useCallView(call);
  const [isLarge, resize] = useFullScreen();
  const startedAt = interaction.call?.state === 'connected' ? interaction.call.startedAt : null;
  const own = levelOf(view.quality);
  const other = levelOf(visitorQuality);
  const status = statusOf(view, visitorQuality);
  // Where the deployment draws the pictures, it decides their size: so that is shown in figures too [M6].
  const lines = view.surface === null ? 0 : (view.quality?.sentHeight ?? 0);
  const sending = lines === 0 ? '' : ` · ${t('call.quality.sending', { lines })}`;
  return (
    <Panel aria-label={t('call.area')} data-is-large={isLarge}>
      <Facts>
        {startedAt !== null && (
          <span title={t('call.duration')}>
            <Stopwatch since={startedAt} />
          </span>
        )}
        <QualityMeter level={own} text={`${t('call.quality.you')}: ${t(`call.quality.${own}`)}${sending}`} />
        <QualityMeter level={other} text={`${t('call.quality.visitor')}: ${t(`call.quality.${other}`)}`} />
        {interaction.awayUntil === null ? (
          <p role="status">{status === null ? '' : t(status)}</p>
        ) : (
          <p>{sentence('call.away', { time: <Countdown until={interaction.awayUntil} /> })}</p>
        )}
      </Facts>
      {view.phase === 'failed' ? (
        <FailedStage call={call} problem={view.problem} />
      ) : (
        <CallStage
          view={view}
          visitor={interaction.visitor}
          isAway={interaction.awayUntil !== null}
          isLarge={isLarge}
        />
      )}
      <CallControls call={call} view={view} id={interaction.id} isLarge={isLarge} onResize={resize} />
    </Panel>
  );
}
