import type { CallMedium, CallQuality, CallSignal, JoinTicket } from '../../../../protocol/calls/calls';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { Caller } from '../../domain/interactions/call';
import type { Attend } from '../attending/attend';
import type { CallSeats, TakenSeats } from './call-seats';
import type { Media } from './media';
import type { AgentStore } from '../agents/ports';
import type { InteractionStore } from '../interactions/ports';
import type { Outcome } from '../outcome';
import type { StoredInteraction } from '../interactions/stored-interaction';
import type { ConnectionId } from '../interactions/publisher';
import type { SiteStore } from '../settings/sites';

/** Tells one tab, or the two people of an interaction, what happens in their call. */
export interface CallPublisher {
  seats(stored: StoredInteraction, taken: TakenSeats): void;
  takenOver(side: Side, connectionId: ConnectionId, id: InteractionId): void;
  connect(side: Side, connectionId: ConnectionId, id: InteractionId, pairing: string): void;
  signalled(
    side: Side,
    connectionId: ConnectionId,
    id: InteractionId,
    pairing: string,
    signal: CallSignal,
  ): void;
  quality(stored: StoredInteraction, side: Side, quality: CallQuality): void;
  unsafe(stored: StoredInteraction): void;
}

/** One tab of one person of an interaction, already authorised. */
export interface CallParty {
  readonly by: Caller;
  readonly connectionId: ConnectionId;
}

export interface CallPorts {
  readonly attend: Pick<Attend, 'transition'>;
  readonly interactions: Pick<InteractionStore, 'find'>;
  readonly agents: Pick<AgentStore, 'find'>;
  readonly sites: Pick<SiteStore, 'all'>;
  readonly media: Media;
  readonly seats: CallSeats;
  readonly publisher: CallPublisher;
  /** Keeps it for whoever administers the deployment. */
  readonly noteUnsafeRoom: () => Promise<void>;
}

/** The use cases of a call. The interaction given is one of the party's own. */
export interface Calls {
  ask(id: InteractionId, party: CallParty, medium: CallMedium): Promise<Outcome<StoredInteraction>>;
  answer(id: InteractionId, party: CallParty): Promise<Outcome<StoredInteraction>>;
  decline(id: InteractionId, party: CallParty): Promise<Outcome<StoredInteraction>>;
  hangUp(id: InteractionId, party: CallParty): Promise<Outcome<StoredInteraction>>;
  /** Sits the party's tab down in the call, and lets it into its room. */
  join(stored: StoredInteraction, party: CallParty, pairing: string | null): Promise<Outcome<JoinTicket>>;
  /** Hands a word of the negotiation to who sits on the other side: to nobody else, and only while the pairing is theirs. */
  signal(id: InteractionId, party: CallParty, pairing: string, signal: CallSignal): Outcome<object>;
  reportQuality(stored: StoredInteraction, party: CallParty, quality: CallQuality): Outcome<object>;
  /** Ends the attempt because the visitor's page reports that the deployment made them the moderator of the room [Z134]. */
  reportUnsafe(stored: StoredInteraction, party: CallParty): Promise<Outcome<StoredInteraction>>;
  /** The connection is gone: its seat is free, the call goes on [M7]. */
  left(connectionId: ConnectionId): Promise<void>;
}

const CONFLICT = { ok: false, code: 'conflict' } as const;
const OTHER: Readonly<Record<Side, Side>> = { visitor: 'agent', agent: 'visitor' };

export function createCalls(ports: CallPorts): Calls {
  const { attend, interactions, media, publisher, seats } = ports;
  return {
    ask: async (id, { by }, medium) =>
      (await isOffered(ports, id, medium))
        ? attend.transition(id, { kind: 'call-ask', by, medium })
        : CONFLICT,
    answer: async (id, { by }) => {
      const provider = await media.provider();
      return attend.transition(id, { kind: 'call-answer', by, provider, room: media.createRoom() });
    },
    decline: (id, { by }) => attend.transition(id, { kind: 'call-decline', by }),
    hangUp: (id, { by }) => attend.transition(id, { kind: 'call-hang-up', by }),
    join: async (stored, party, pairing) => {
      const ticket = await admit(ports, stored, party);
      if (ticket.ok) sitDown(ports, stored, party, ticket.data.provider === 'direct' ? pairing : null);
      return ticket;
    },
    signal: (id, { by, connectionId }, pairing, signal) => {
      const peer = seats.at(id, OTHER[by.side]);
      // Whoever does not sit there learns nothing, not even whether there is such a call.
      if (seats.at(id, by.side) !== connectionId) return { ok: false, code: 'not_found' };
      if (peer === null || !seats.isPaired(id, pairing)) return CONFLICT;
      publisher.signalled(OTHER[by.side], peer, id, pairing, signal);
      return { ok: true, data: {} };
    },
    reportQuality: (stored, { by, connectionId }, quality) => {
      if (seats.at(stored.interaction.id, by.side) !== connectionId) return CONFLICT;
      publisher.quality(stored, by.side, quality);
      return { ok: true, data: {} };
    },
    reportUnsafe: async (stored, { by, connectionId }) => {
      const { call, id } = stored.interaction;
      const isThere = call?.state === 'connected' && seats.at(id, by.side) === connectionId;
      if (!isThere || call.provider !== 'jitsi') return CONFLICT;
      // Before the call is gone from their screens, and with it the place where it is said.
      publisher.unsafe(stored);
      await ports.noteUnsafeRoom();
      return attend.transition(id, { kind: 'call-cut' });
    },
    left: async (connectionId) => {
      for (const id of seats.stand(connectionId)) {
        const stored = await interactions.find(id);
        if (stored !== null) publisher.seats(stored, seats.taken(id));
      }
    },
  };
}

/** A ticket is minted while the call goes on, and at no other time [M2]. */
async function admit(
  { media }: CallPorts,
  { agentName, interaction, visitor }: StoredInteraction,
  { by }: CallParty,
): Promise<Outcome<JoinTicket>> {
  const { call } = interaction;
  if (call?.state !== 'connected') return CONFLICT;
  const { attempt, medium, provider, room, since: startedAt } = call;
  const name = by.side === 'agent' ? agentName : visitor.name;
  return media.ticket(
    { interactionId: interaction.id, attempt, medium, provider, room, startedAt },
    { side: by.side, name },
  );
}

function sitDown(
  { publisher, seats }: CallPorts,
  stored: StoredInteraction,
  { by: { side }, connectionId }: CallParty,
  pairing: string | null,
): void {
  const { id } = stored.interaction;
  const { connect, displaced } = seats.take(id, side, connectionId, pairing);
  if (displaced !== null) publisher.takenOver(side, displaced, id);
  publisher.seats(stored, seats.taken(id));
  const peer = seats.at(id, OTHER[side]);
  if (connect === null || peer === null) return;
  publisher.connect(side, connectionId, id, connect);
  publisher.connect(OTHER[side], peer, id, connect);
}

/** Resolves to whether the site offers the call and the agent takes such [M1, R1]. */
async function isOffered(
  { agents, interactions, sites }: CallPorts,
  id: InteractionId,
  medium: CallMedium,
): Promise<boolean> {
  const stored = await interactions.find(id);
  if (stored?.interaction.status !== 'assigned') return false;
  const { agentId, siteId } = stored.interaction;
  const agent = await agents.find(agentId);
  const site = (await sites.all()).find((one) => one.id === siteId);
  return agent?.channels.includes(medium) === true && site?.channels.includes(medium) === true;
}
