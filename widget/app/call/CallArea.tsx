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

/** What every screen of calls is given besides the state. */
export interface CallContext {
  readonly panel: Panel;
  readonly texts: CallTexts;
  readonly desk: CallDesk;
  readonly commands: CallCommands;
  /** Gives devices back at once, and tells the server. */
  hangUp(): void;
  /** Called from a click only. */
  openOwnTab(): void;
}

export interface CallProps {
  readonly context: CallContext;
  readonly state: State;
}

/** The one thing that the call asks for: to wait, to answer, to talk, or to be brought here. */
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
    // Who came for a call waits on; only an asking of one's own in between can be taken back.
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
