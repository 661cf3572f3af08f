import type { AgentId, InteractionId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { PresenceEndReason } from '../../../../protocol/reports/report-choices';
import type { Presence } from '../../../../protocol/schemas/scalars';
import type { Page } from '../../../../protocol/wire/visitor-events';
import { planAssignments } from '../../domain/routing/routing-plan';
import type { Heartbeat } from './heartbeat';
import type { AgentStore } from '../agents/ports';
import type { Clock } from '../clock';
import type {
  ClosingDetails,
  NewInteraction,
  StoredInteraction,
  TransferRequest,
  Transition,
  TransitionCommand,
} from '../interactions/stored-interaction';
import type { InteractionStore } from '../interactions/ports';
import type { MessageStore, NewMessage, PostedMessage } from '../messages/ports';
import type { Outcome } from '../outcome';
import type { ConnectionId, Publisher } from '../interactions/publisher';

export interface AttendDependencies {
  readonly clock: Clock;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly agents: AgentStore;
  readonly publisher: Publisher;
  readonly isAgentConnected: (id: AgentId) => boolean;
  /** Called when somebody went Online or Offline, which may change the availability [R13]. */
  readonly availabilityChanged: () => Promise<void>;
  /** Sends every tab of the agent their own state. */
  readonly announceSelf: (id: AgentId) => Promise<void>;
  readonly heartbeat: Pick<Heartbeat, 'catchUp'>;
  /** Called when an interaction's call is over: nobody signals or joins from now on [M2]. */
  readonly callOver: (id: InteractionId) => void;
}

/** The use cases of an attendance: load, decide, save, publish. */
export interface Attend {
  request(request: NewInteraction): Promise<StoredInteraction>;
  transition(
    id: InteractionId,
    command: TransitionCommand,
    closing?: ClosingDetails,
  ): Promise<Outcome<StoredInteraction>>;
  /** Carries out a change of who holds it, notifies of it, and gives what it has freed. */
  handOver(
    id: InteractionId,
    change: (now: number) => Promise<Outcome<Transition>>,
  ): Promise<Outcome<StoredInteraction>>;
  /** Hands it on to somebody else, or to a department [R15]. */
  transfer(id: InteractionId, request: TransferRequest): Promise<Outcome<StoredInteraction>>;
  /** Posts a message. `from` is the connection that gets the acknowledgement; all others of the interaction are notified. */
  post(message: NewMessage, from?: ConnectionId): Promise<Outcome<PostedMessage>>;
  setPresence(id: AgentId, presence: Presence, reason?: PresenceEndReason): Promise<void>;
  /** The visitor is on this page now; without a live interaction it is nobody's concern. */
  reportPage(siteId: SiteId, visitorId: VisitorId | null, page: Page): Promise<void>;
  /** Gives everything that can be given now [R9]; calls that come while one runs share the next run. */
  assignWaiting(): Promise<void>;
}

/** Claims per transaction: other writes wait no longer than for these. */
const CLAIMS_AT_ONCE = 25;

/** Commands that may free an agent: the calls' give back what was claimed for a call that did not come about [M1]. */
const FREES: Readonly<Record<Exclude<TransitionCommand['kind'], 'return'>, boolean>> = {
  'agent-end': true,
  'supervisor-end': true,
  'put-back': true,
  'call-decline': true,
  'call-hang-up': true,
  'call-lapse': true,
  'call-cut': true,
  'call-ask': false,
  'call-answer': false,
  'visitor-end': false,
  open: false,
  cancel: false,
  leave: false,
  expire: false,
  block: false,
};

/** Returns whether somebody may be assigned now who could not before [R9]. */
function mayFree({ kind }: TransitionCommand, { interaction }: StoredInteraction): boolean {
  if (kind === 'return') return interaction.status === 'waiting';
  return FREES[kind];
}

export function createAttend(dependencies: AttendDependencies): Attend {
  const { agents, clock, heartbeat, interactions, messages, publisher } = dependencies;
  const assignWaiting = sharingRuns(() => assignAll(dependencies));

  const transition: Attend['transition'] = async (id, command, closing) => {
    await heartbeat.catchUp();
    const outcome = await interactions.transition(id, command, clock.now(), closing);
    if (!outcome.ok) return outcome;
    if (outcome.data.hasChanged) {
      if (outcome.data.stored.interaction.call?.state !== 'connected') dependencies.callOver(id);
      announce(publisher, outcome.data);
      const opener = openerOf(command);
      if (opener !== null) await agents.clearMissed(opener);
    }
    const { isSentOffline, releasedBy } = outcome.data;
    if (isSentOffline && releasedBy !== null) {
      await dependencies.announceSelf(releasedBy);
      await dependencies.availabilityChanged();
    }
    if (mayFree(command, outcome.data.stored)) await assignWaiting();
    return { ok: true, data: outcome.data.stored };
  };

  const handOver: Attend['handOver'] = async (id, change) => {
    await heartbeat.catchUp();
    const outcome = await change(clock.now());
    if (!outcome.ok) return outcome;
    if (outcome.data.hasChanged) {
      dependencies.callOver(id);
      announce(publisher, outcome.data);
      await assignWaiting();
    }
    return { ok: true, data: outcome.data.stored };
  };

  return {
    transition,
    assignWaiting,
    handOver,
    transfer: (id, request) => handOver(id, (now) => interactions.transfer(id, request, now)),
    request: async (request) => {
      const { stored, isNew } = await interactions.start(request, clock.now());
      // Told like every change: the visitor's other tabs know nothing of it yet [P6].
      if (isNew)
        announce(publisher, { stored, lines: [], releasedBy: null, isSentOffline: false, hasChanged: true });
      await assignWaiting();
      return (await interactions.find(stored.interaction.id)) ?? stored;
    },
    post: async (message, from) => {
      const outcome = await messages.post(message);
      if (!outcome.ok || !outcome.data.isNew) return outcome;
      publisher.messagePosted(message.interactionId, outcome.data.participants, outcome.data.message, from);
      return outcome;
    },
    reportPage: async (siteId, visitorId, page) => {
      const live = visitorId === null ? null : await interactions.findLive(siteId, visitorId);
      if (live === null) return;
      const outcome = await interactions.recordPage(live.interaction.id, page, clock.now());
      if (outcome.ok && outcome.data.hasChanged) publisher.transitioned(outcome.data);
    },
    setPresence: async (id, presence, reason) => {
      await agents.setPresence(id, presence, reason);
      if (presence === 'online') await assignWaiting();
      await dependencies.availabilityChanged();
    },
  };
}

/** Returns the agent who opens an assignment, if that is the command. */
function openerOf(command: TransitionCommand): AgentId | null {
  if (command.kind === 'open') return command.agentId;
  return command.kind === 'call-answer' && command.by.side === 'agent' ? command.by.agentId : null;
}

function announce(publisher: Publisher, change: Transition): void {
  publisher.transitioned(change);
  const { interaction } = change.stored;
  if (change.releasedBy !== null)
    publisher.removed(
      change.releasedBy,
      interaction.id,
      interaction.status === 'ended' ? 'ended' : 'reassigned',
    );
  if (interaction.status === 'waiting' || interaction.status === 'abandoned') publisher.queueChanged();
}

async function assignAll({
  agents,
  announceSelf,
  clock,
  interactions,
  isAgentConnected,
  publisher,
}: AttendDependencies): Promise<void> {
  const requests = await interactions.routingRequests();
  if (requests.length === 0) return;
  const roster = await agents.routingAgents(isAgentConnected);
  const reserved = new Set(
    roster.filter(({ reservedFor }) => reservedFor !== null).map(({ agentId }) => agentId),
  );
  const plan = planAssignments(requests, roster, clock.now());
  for (let from = 0; from < plan.length; from += CLAIMS_AT_ONCE) {
    const claims = plan.slice(from, from + CLAIMS_AT_ONCE);
    const outcomes = await Promise.allSettled(
      claims.map(({ agentId, interactionId }) => interactions.claim(interactionId, agentId, clock.now())),
    );
    const taken = claims.filter((_, index) => {
      const outcome = outcomes[index];
      // A claim lost to somebody else changes nothing; the next run plans again with what is true then.
      if (outcome?.status !== 'fulfilled' || !outcome.value.ok) return false;
      announce(publisher, outcome.value.data);
      publisher.queueChanged();
      return true;
    });
    // The call that had reserved them is theirs now: they are reserved no more [R8].
    for (const { agentId } of taken) if (reserved.has(agentId)) await announceSelf(agentId);
    const fault = outcomes.find((outcome) => outcome.status === 'rejected');
    if (fault !== undefined) throw fault.reason;
  }
}

/** Runs one at a time; whoever asks while one runs waits for the one after it, which sees what they saw. */
function sharingRuns(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}
