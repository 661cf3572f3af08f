import { isolate } from '../i18n/isolate';
import { liveCall } from '../model/call';
import type { CallProps } from './CallArea';
import { CallCard } from './CallCard';
import { useNow } from './useNow';

/** The card of the agent's invitation to a call [M1]. Its countdown is outside the live region: it is not announced. */
export function Invitation({ context: { commands, panel, texts }, state }: CallProps) {
  const now = useNow();
  const call = liveCall(state);
  const { interaction } = state;
  if (call?.state !== 'ringing' || interaction?.status !== 'assigned') return null;
  const leftMs = call.until === null ? null : call.until - now - panel.callNews.serverAheadMs();
  return (
    <div className="invitation">
      <CallCard
        title={texts.invites[call.medium](isolate(interaction.agent.name))}
        isUrgent
        actions={[
          { text: texts.accept, isPrimary: true, act: () => void commands.answer() },
          { text: texts.decline, act: () => void commands.decline() },
        ]}
      />
      {leftMs !== null && <p className="hint">{texts.secondsLeft(Math.max(0, Math.ceil(leftMs / 1_000)))}</p>}
    </div>
  );
}
