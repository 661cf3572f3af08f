import type { InteractionTx } from './rows';
import type { Decision } from '../../domain/interactions/decision';
import type { Interaction } from '../../domain/interactions/interaction-state';
import type { Steps } from '../steps';

/** Keeps the record of calls: one begins when it is connected, and ends when it is over [M2]. */
export function* followCall(
  tx: InteractionTx,
  before: Interaction,
  { interaction: after, lines }: Extract<Decision, { ok: true }>,
  now: number,
): Steps<void> {
  const was = before.call?.state === 'connected' ? before.call : null;
  const is = after.call?.state === 'connected' ? after.call : null;
  if (was?.room === is?.room) return;
  if (was !== null) {
    const by = lines.find((line) => line.kind === 'call-ended')?.by ?? 'nobody';
    yield* tx.callAttempts.end(was.room, by, now);
  }
  if (is === null) return;
  const { attempt, medium, provider, room, since } = is;
  yield* tx.callAttempts.begin({
    interactionId: after.id,
    attempt,
    medium,
    room,
    provider,
    startedAt: since,
  });
}
