import type { PresenceEndReason } from '../../../../protocol/reports/report-choices';
import type { AgentId } from '../../../../protocol/schemas/ids';
import type { Presence } from '../../../../protocol/schemas/scalars';
import { offlineReasonOf, presenceChange } from '../../domain/agents/agent-presence';
import type { Steps } from '../steps';
import type { AgentRow, AgentRows, AgentTx } from './rows';
import type { OpenPeriod, PresenceRows } from './presence-rows';

/** Rows of a transaction that logs presence. */
export interface PresenceTx {
  readonly agents: Pick<AgentRows, 'lockAll'>;
  readonly presence: PresenceRows;
}

/** A change of presence; `reason` is why an agent goes Offline, and `note` a supervisor's words for it. */
export interface NewPresence {
  readonly presence: Presence;
  readonly reason: PresenceEndReason;
  readonly note?: string;
}

/** Sets an agent Online or Offline [R14], and logs it in the same transaction. */
export function* setPresence(
  tx: AgentTx,
  id: AgentId,
  { note, presence, reason }: NewPresence,
  now: number,
): Steps<void> {
  yield* tx.agents.update(
    id,
    presenceChange(presence, presence === 'online' ? null : offlineReasonOf(reason), note),
  );
  if (presence === 'online') yield* beginOnline(tx, id, now);
  else yield* endOnline(tx, id, reason, now);
}

/** Logs that an agent is Online from `now` on; nothing where that is known already. */
export function* beginOnline(
  { presence }: Pick<PresenceTx, 'presence'>,
  id: AgentId,
  now: number,
): Steps<void> {
  if ((yield* presence.openOf(id)).length > 0) return;
  // A clock may have been set back: two times Online never overlap.
  yield* presence.open(id, Math.max(now, yield* presence.lastEnd(id)));
}

/** Logs that an agent is Online no more; nothing where they were not. */
export function* endOnline(
  { presence }: Pick<PresenceTx, 'presence'>,
  id: AgentId,
  reason: PresenceEndReason,
  now: number,
): Steps<void> {
  for (const period of yield* presence.openOf(id)) yield* close(presence, period, reason, now);
}

function* close(rows: PresenceRows, period: OpenPeriod, reason: PresenceEndReason, at: number): Steps<void> {
  yield* rows.close(period, Math.max(at, period.startedAt), reason);
}

/** Logs an outage of the service from its last beat to `now`: nobody was Online meanwhile, and who still is begins anew. */
export function* interruptPresence(tx: PresenceTx, lastBeat: number, now: number): Steps<void> {
  yield* resume(tx, lastBeat, now, () => false);
}

/** Begins the log of those who are Online and of whom an older version left none, and ends that of those whom an import has set Offline. */
export function* completePresence(tx: PresenceTx, lastBeat: number, now: number): Steps<void> {
  yield* resume(tx, lastBeat, now, (agent) => agent?.presence === 'online');
}

function* resume(
  tx: PresenceTx,
  lastBeat: number,
  now: number,
  goesOn: (agent: AgentRow | undefined) => boolean,
): Steps<void> {
  const agents = new Map((yield* tx.agents.lockAll()).map((agent) => [agent.id, agent]));
  for (const period of yield* tx.presence.allOpen())
    if (!goesOn(agents.get(period.agentId))) yield* close(tx.presence, period, 'outage', lastBeat);
  for (const { id, presence } of agents.values()) if (presence === 'online') yield* beginOnline(tx, id, now);
}
