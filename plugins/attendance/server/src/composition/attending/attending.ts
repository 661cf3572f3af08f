import { randomUUID } from 'node:crypto';

import type { AgentId } from '../../../../protocol/schemas/ids';
import { createDeadlineReader } from '../../adapters/attending/deadline-reader';
import {
  createAgentAbsence,
  createSeenPresences,
  type SeenPresences,
} from '../../application/attending/agent-absence';
import { createAttend, type Attend } from '../../application/attending/attend';
import { createAvailabilityWatch, type AvailabilityWatch } from '../../application/attending/availability';
import { createCallSeats, type CallSeats } from '../../application/calls/call-seats';
import type { Database } from '../../application/database/tx';
import { createHeartbeat, type Heartbeat } from '../../application/attending/heartbeat';
import type { OpeningHours } from '../../application/settings/hours';
import { createAdvanceReceipt, type AdvanceReceipt } from '../../application/messages/advance-receipt';
import type { AgentStore } from '../../application/agents/ports';
import type { InteractionStore } from '../../application/interactions/ports';
import type { MessageStore } from '../../application/messages/ports';
import type { SweepClock } from '../../application/attending/sweep-clock-port';
import type { Publisher } from '../../application/interactions/publisher';
import { createQueueBoard, type QueueBoard } from '../../application/attending/queue-board';
import type { SettingsSignals } from '../../application/settings/signals';
import { createSweepClock } from '../../application/attending/sweep-clock';
import type { Gateway } from '../../gateway/connection/gateway';
import { createPublisher } from '../../gateway/publish/publish';
import { createQueuePublisher } from '../../gateway/publish/publish-queue';
import { createSelfPublisher, type SelfPublisher } from '../../gateway/publish/publish-self';
import { createSignedAgents, type SignedAgents } from '../../gateway/connection/signed-agents';
import type { Host } from '../host';
import type { Watching } from './supervision';

/** Use cases that change interactions, and the publishers that notify of changes. */
export interface Attending extends SelfPublisher, Pick<SeenPresences, 'presenceOf'> {
  readonly attend: Attend;
  readonly publisher: Publisher;
  readonly advanceReceipt: AdvanceReceipt;
  readonly queueBoard: QueueBoard;
  readonly callSeats: CallSeats;
  readonly signedAgents: SignedAgents;
  readonly availability: AvailabilityWatch['now'];
  /** Called when somebody went Online or Offline. */
  readonly availabilityChanged: () => Promise<void>;
  readonly heartbeat: Heartbeat;
  readonly sweepClock: SweepClock;
  readonly isAgentConnected: (id: AgentId) => boolean;
  /** Functions that refresh derived state after each sweep, in this order. */
  readonly refreshers: readonly ((this: void) => Promise<unknown>)[];
}

export interface AttendingParts {
  readonly gateway: Pick<Gateway, 'connectedAgents' | 'facts'>;
  readonly database: Database;
  readonly agents: AgentStore;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly hours: Pick<OpeningHours, 'state'>;
  readonly signals: Pick<SettingsSignals, 'hours' | 'members'>;
  readonly watching: Watching;
}

export function openAttending({ clock, sql, strapi }: Host, parts: AttendingParts): Attending {
  const { agents, database, gateway, hours, interactions, messages, signals, watching } = parts;
  const { boardPublisher, followersPublisher } = watching;
  const { facts } = gateway;
  const isAgentConnected = gateway.connectedAgents.has;
  const signedAgents = createSignedAgents();
  const toThemselves = createSelfPublisher(facts, { agents, signedAgents });
  const self: SelfPublisher = {
    selfChanged: (agent) => {
      toThemselves.selfChanged(agent);
      boardPublisher.changed();
    },
    announceSelf: async (id) => {
      await toThemselves.announceSelf(id);
      boardPublisher.changed();
    },
  };
  const queueBoard = createQueueBoard(interactions, clock, (visitorId, interactionId, place) =>
    facts.toVisitor(visitorId, 'queue:changed', { interactionId, place }),
  );
  const queue = createQueuePublisher(facts, interactions);
  const seenPresences = createSeenPresences();
  const toTheirs = createPublisher(facts, {
    canSeeIp: signedAgents.canSeeIp,
    placeOf: queueBoard.placeOf,
    presenceOf: seenPresences.presenceOf,
    onQueueChanged: queue.changed,
  });
  const publisher = boardPublisher.around(followersPublisher.around(toTheirs));
  const availability = createAvailabilityWatch({
    agents,
    clock,
    hours: hours.state,
    tell: (news) => facts.toAllVisitors('availability:changed', news),
  });
  signals.hours.subscribe(availability.refresh);
  const absence = createAgentAbsence({ agents, clock, interactions, publisher, seenPresences });
  const sweepClock = createSweepClock(database, createDeadlineReader(sql));
  const heartbeat = createHeartbeat({
    clock,
    sweepClock,
    interactions,
    agents,
    publisher,
    onOutage: (gapMs) =>
      strapi.log.info('attendance: the service was away; deadlines were moved by it', { gapMs }),
  });
  const callSeats = createCallSeats(randomUUID);
  const availabilityChanged = async (): Promise<void> => {
    boardPublisher.changed();
    await availability.refresh();
    await absence.refresh();
  };
  const attend = createAttend({
    clock,
    callOver: callSeats.close,
    interactions,
    messages,
    agents,
    publisher,
    isAgentConnected,
    availabilityChanged,
    announceSelf: self.announceSelf,
    heartbeat,
  });
  signals.members.subscribe(attend.assignWaiting);
  signals.members.subscribe(() => Promise.resolve(boardPublisher.changed()));
  return {
    ...self,
    attend,
    publisher,
    advanceReceipt: createAdvanceReceipt({ interactions, publisher }),
    queueBoard,
    callSeats,
    signedAgents,
    presenceOf: seenPresences.presenceOf,
    availability: availability.now,
    availabilityChanged,
    heartbeat,
    sweepClock,
    isAgentConnected,
    refreshers: [
      availability.refresh,
      absence.refresh,
      queueBoard.refresh,
      queue.announce,
      boardPublisher.announce,
    ],
  };
}
