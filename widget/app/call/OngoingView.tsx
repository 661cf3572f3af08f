import { useEffect, useState } from 'react';

import { formatDuration } from '../../../plugins/attendance/protocol/shared/text/format-duration';
import { initialsOf } from '../../../plugins/attendance/chat/initials';
import type { CallView, OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import { liveCall } from '../model/call';
import type { CallProps } from './CallArea';
import { CallBar } from './CallBar';
import { describeCall } from './describe-call';
import { FailedCall } from './FailedCall';
import { Picture, Surface } from './Picture';
import { useNow } from './useNow';

interface OngoingProps extends CallProps {
  readonly call: OngoingCall;
}

/** The view of a call that is connected in this tab: docked above the conversation, or covering it [M4]. */
export function OngoingView({ context, state, call }: OngoingProps) {
  const view = useCallView(call);
  const isVideo = view.medium === 'video';
  const [isLarge, setLarge] = useState(isVideo && state.isFullScreen);
  const said = state.messages.filter(({ side }) => side === 'agent').length;
  /** The number of messages that were in sight when the call began to hide the conversation. */
  const [seen, setSeen] = useState(said);
  if (view.phase === 'left') return null;
  if (view.phase === 'failed') return <FailedCall context={context} state={state} call={call} />;
  const { texts, hangUp } = context;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key is that of the buttons in it
    <section
      className={`call ${isLarge ? 'large' : ''} ${isVideo || view.surface ? 'with-picture' : ''}`}
      aria-label={texts.call}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isLarge) return;
        // Escape goes one step back only: the panel stays open.
        event.stopPropagation();
        setLarge(false);
      }}
    >
      <Stage context={context} state={state} view={view} />
      {view.isVoiceOnly && view.problem && (
        <p className="call-hint">
          {texts.problem[view.problem]} {texts.voiceOnly}
        </p>
      )}
      <CallBar
        view={view}
        call={call}
        texts={texts}
        isLarge={isLarge}
        unseen={isLarge ? said - seen : 0}
        onResize={() => {
          setSeen(said);
          setLarge(!isLarge);
        }}
        onHangUp={hangUp}
      />
    </section>
  );
}

function useCallView(call: OngoingCall): CallView {
  const [view, setView] = useState(call.getView);
  useEffect(() => {
    setView(call.getView());
    return call.subscribe(() => setView(call.getView()));
  }, [call]);
  return view;
}

/** The agent's picture, or their initials without one, with the state of the call. */
function Stage({ context: { panel, texts }, state, view }: CallProps & { readonly view: CallView }) {
  const { interaction } = state;
  const name = interaction?.status === 'assigned' ? interaction.agent.name : '';
  const isHeard = view.phase === 'connected' || view.phase === 'reconnecting';
  const hasPicture = isHeard && (view.remoteStream?.getVideoTracks().length ?? 0) > 0;
  const [hasMet, setMet] = useState(false);
  useEffect(() => {
    if (view.isOtherSideThere) setMet(true);
  }, [view.isOtherSideThere]);
  return (
    <div className="stage">
      {view.surface ? (
        <Surface element={view.surface} />
      ) : (
        <Picture stream={view.remoteStream} isShown={hasPicture} label={name} listen={texts.listen} />
      )}
      {!hasPicture && !view.surface && (
        <span className="avatar" aria-hidden="true">
          {initialsOf(name)}
        </span>
      )}
      <div className="call-state">
        <p role="status">{describeCall(view, hasMet, texts)}</p>
        {view.phase === 'connected' && <Clock state={state} aheadMs={panel.callNews.serverAheadMs()} />}
      </div>
      {view.isCameraOn && view.localStream && (
        <div className={isFacingAway(view.localStream) ? 'own-picture' : 'own-picture mirror'}>
          <Picture stream={view.localStream} isOwn isShown label={texts.ownPicture} listen={texts.listen} />
        </div>
      )}
    </div>
  );
}

/** Returns whether a phone's rear camera is the source: the visitor does not see themselves, so it is not mirrored. */
function isFacingAway(stream: MediaStream): boolean {
  return stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}

function Clock({ state, aheadMs }: Pick<CallProps, 'state'> & { readonly aheadMs: number }) {
  const now = useNow();
  const call = liveCall(state);
  if (call?.state !== 'connected') return null;
  return <span className="clock">{formatDuration(now + aheadMs - call.startedAt)}</span>;
}
