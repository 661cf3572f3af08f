import { useEffect, useState } from 'react';

import type { CallDesk } from '../../../plugins/attendance/media/call-desk';
import { isolate } from '../i18n/isolate';
import { isCalling, isInvited, liveCall } from '../model/call';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import type { CallCommands } from './desk/call-commands';
import { CallCard } from './CallCard';
import { Invitation } from './Invitation';
import { OngoingView } from './OngoingView';
import type { CallTexts } from '../i18n/shapes/call-texts';

/** The context of every call screen besides the state. */
export interface CallContext {
  readonly panel: Panel;
  readonly texts: CallTexts;
  readonly desk: CallDesk;
  readonly commands: CallCommands;
  /** Releases microphone and camera at once, then notifies the server. */
  hangUp(): void;
  /** Opens the panel in a tab of its own; must be called from a click, or the browser blocks the tab. */
  openOwnTab(): void;
}

export interface CallProps {
  readonly context: CallContext;
  readonly state: State;
}

/** The one call screen that the state calls for: to wait, to answer, to talk, an error, or to bring the call to this tab. */
export function CallArea({ context, state }: CallProps) {
  const { desk, hangUp, texts } = context;
  const [, redraw] = useState(0);
  useEffect(() => desk.subscribe(() => redraw((count) => count + 1)), [desk]);
  const { interaction } = state;
  const { call: ongoing, key, seat, unsafeId } = desk.getView();
  const call = liveCall(state);
  if (interaction?.status !== 'assigned') return null;
  if (!call)
    return unsafeId === interaction.id ? (
      <CallCard
        title={texts.noCall}
        text={texts.problem['room-unsafe']}
        isUrgent
        actions={[{ text: texts.goOnByChat, act: desk.dismissUnsafe }]}
      />
    ) : null;
  if (isInvited(state)) return <Invitation context={context} state={state} />;
  if (isCalling(state)) {
    // A visitor who came for a call waits on in the queue; only a call that they asked for during a chat can be cancelled.
    const canCancel = call.state === 'ringing' && call.until !== null;
    return (
      <CallCard
        title={canCancel ? texts.asking : texts.calling}
        isWaiting
        actions={canCancel ? [{ text: texts.cancel, act: () => void context.commands.decline() }] : []}
      />
    );
  }
  if (seat === 'here' && ongoing)
    return <OngoingView key={key} context={context} state={state} call={ongoing} />;
  if (seat !== 'elsewhere') return null;
  return (
    <CallCard
      title={texts.elsewhere}
      text={isolate(interaction.agent.name)}
      actions={[
        { text: texts.bring, isPrimary: true, act: desk.bring },
        { text: texts.hangUp, act: hangUp },
      ]}
    />
  );
}
