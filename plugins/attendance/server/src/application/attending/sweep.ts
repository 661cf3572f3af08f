import { LIMITS } from '../../../../protocol/shared/limits';
import { keysOf } from '../../../../protocol/shared/keys-of';
import type { AgentId } from '../../../../protocol/schemas/ids';
import type { AssignedInteraction } from '../../domain/interactions/interaction-state';
import { isDueBack } from '../../domain/interactions/presence';
import { planReservations } from '../../domain/routing/reservation';
import { passOn } from '../../domain/routing/ring';
import type { RoutingAgent } from '../../domain/routing/routing';
import type { Attend } from './attend';
import type { DeadlineKind } from './deadline-rows';
import type { Heartbeat } from './heartbeat';
import type { AgentStore, LostAgent } from '../agents/ports';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { SettingsStore } from '../settings/sites';

export interface SweepPorts {
  readonly clock: Clock;
  readonly heartbeat: Heartbeat;
  readonly interactions: InteractionStore;
  readonly agents: AgentStore;
  readonly settings: SettingsStore;
  readonly attend: Attend;
  readonly isAgentConnected: (id: AgentId) => boolean;
  /** Sends every tab of the agent their own state. */
  readonly announceSelf: (id: AgentId) => Promise<void>;
}

export interface Sweep {
  /** Starts the service: nobody is connected yet, and the time that it was away is not charged [P4]. */
  begin(): Promise<void>;
  /**
   * Carries out the stored deadlines that are due, each second, in an order in which each step sees what the one before has freed. Every step is a
   * conditional update of its own: running twice, or on two servers, does nothing twice.
   */
  run(): Promise<void>;
}

/** What is done about the deadlines of each kind that have passed, in this order. */
const WHEN_DUE: Readonly<Record<DeadlineKind, (ports: SweepPorts) => Promise<void>>> = {
  away: expireAway,
  call: lapseUnanswered,
  lost: async (ports) => {
    for (const agent of await ports.agents.lost()) await releaseLost(ports, agent);
  },
  ring: passUnopened,
};

export function createSweep(ports: SweepPorts): Sweep {
  const { agents, attend, clock, heartbeat, interactions, settings } = ports;
  return {
    begin: async () => {
      await heartbeat.begin();
      const { persistenceMs } = await settings.get();
      await interactions.markAllAway(persistenceMs, clock.now());
      await agents.markAllLost(clock.now());
    },
    run: async () => {
      await heartbeat.beat();
      for (const kind of keysOf(WHEN_DUE)) await WHEN_DUE[kind](ports);
      await reserveForCalls(ports);
      await attend.assignWaiting();
    },
  };
}

/** [P3, P5] Who was away for too long. */
async function expireAway({ attend, clock, interactions }: SweepPorts): Promise<void> {
  for (const id of await interactions.overdue(clock.now())) await attend.transition(id, { kind: 'expire' });
}

/** [M1] Lapses calls that were not answered in time, each of which gives back what its agent had claimed for it. */
async function lapseUnanswered({ attend, clock, interactions }: SweepPorts): Promise<void> {
  for (const id of await interactions.unansweredCalls(clock.now()))
    await attend.transition(id, { kind: 'call-lapse' });
}

/** [R14] What an agent without connection keeps no longer goes back to the queue; in the end they are Offline. */
async function releaseLost(ports: SweepPorts, { id, lostAt, publicName }: LostAgent): Promise<void> {
  const { agents, attend, clock, interactions, settings } = ports;
  const now = clock.now();
  if (now - lostAt < LIMITS.unopenedGraceMs) return;
  const { graceMs } = await settings.get();
  for (const { interaction } of await interactions.heldBy(id))
    if (isAssigned(interaction) && isDueBack(interaction, lostAt, now, graceMs))
      await attend.transition(interaction.id, {
        kind: 'put-back',
        agentId: id,
        agentName: publicName,
        reason: 'lost',
      });
  if (now - lostAt < graceMs) return;
  const agent = await agents.find(id);
  if (agent?.presence === 'online') await attend.setPresence(id, 'offline', 'lost');
}

function isAssigned(interaction: { readonly status: string }): interaction is AssignedInteraction {
  return interaction.status === 'assigned';
}

/** [R10] What was not opened in time passes to somebody else; the transition counts it against who missed it. */
async function passUnopened(ports: SweepPorts): Promise<void> {
  const { agents, attend, clock, interactions, isAgentConnected } = ports;
  for (const rungOut of await interactions.rungOut(clock.now())) {
    // Looked at anew for each: the one before may have taken the room, or its agent may be Offline now.
    const roster = await agents.routingAgents(isAgentConnected);
    const { agentId, request } = rungOut;
    const agent = passOn([rungOut], roster).length > 0 ? await agents.find(agentId) : null;
    if (agent === null) continue;
    await attend.transition(request.interactionId, {
      kind: 'put-back',
      agentId,
      agentName: agent.publicName,
      reason: 'missed',
    });
  }
}

/** [R8] A call that has waited for long keeps an agent for itself. */
async function reserveForCalls(ports: SweepPorts): Promise<void> {
  const { agents, announceSelf, clock, interactions, isAgentConnected, settings } = ports;
  const requests = await interactions.routingRequests();
  const roster: RoutingAgent[] = await agents.routingAgents(isAgentConnected);
  const { reserveAfterMs } = await settings.get();
  const { lapse, reserve } = planReservations(requests, roster, clock.now(), reserveAfterMs);
  for (const id of lapse) {
    await agents.lapse(id);
    await announceSelf(id);
  }
  for (const { agentId, interactionId } of reserve)
    if (await agents.reserve(agentId, interactionId)) await announceSelf(agentId);
}
