import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { AuditAction } from '../../../../protocol/settings/audit';
import type { Note } from '../../../../protocol/tools/tools';
import { isOver } from '../../domain/interactions/interaction-state';
import type { AgentTx } from '../agents/rows';
import type { StoredAgent } from '../agents/ports';
import type { Attend } from '../attending/attend';
import type { AuditActor, AuditLog, AuditRecord } from '../audit/audit';
import type { AuditRows } from '../audit/rows';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { ConnectionId, Publisher } from '../interactions/publisher';
import type { InteractionTx } from '../interactions/rows';
import type { StoredInteraction, Transition } from '../interactions/stored-interaction';
import { transition, unchanged } from '../interactions/transition';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';
import type { NoteTx } from '../tools/note-rows';
import type { NewNote } from '../tools/tools';
import type { Transactions } from '../transactions';
import { setOffline } from './set-offline';
import { takeOver } from './take-over';
import { whisper } from './whisper';

/** Rows of what supervisors do; each act but a whisper is noted in the transaction that does it. */
export type SupervisionTx = InteractionTx & NoteTx & AgentTx & { readonly audit: AuditRows };

export interface SupervisionPorts {
  readonly clock: Clock;
  readonly database: Transactions<SupervisionTx>;
  readonly interactions: Pick<InteractionStore, 'find'>;
  readonly attend: Pick<Attend, 'handOver'>;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly publisher: Pick<Publisher, 'queueChanged'> & WhisperPublisher;
  /** Sends every tab of the agent their own state. */
  readonly announceSelf: (id: AgentId) => Promise<void>;
  /** Called when somebody went Offline, which may change the availability [R13]. */
  readonly availabilityChanged: () => Promise<void>;
}

export interface WhisperPublisher {
  /** Notifies every tab of the agent who hears it, and all who follow, except the connection that is acknowledged. */
  whispered(note: Note, heardBy: AgentId, from: ConnectionId): void;
}

/** What supervisors do to what others hold [R17]. That they are supervisors, the caller has judged. */
export interface Supervision {
  /** Resolves to a live interaction for a supervisor who is not its agent, and notes that they read it from now on. */
  read(id: InteractionId, by: StoredAgent, isNoted: boolean): Promise<Outcome<StoredInteraction>>;
  whisper(line: NewNote, from: ConnectionId): Promise<Outcome<Note>>;
  takeOver(id: InteractionId, by: StoredAgent): Promise<Outcome<StoredInteraction>>;
  putBack(id: InteractionId, by: StoredAgent): Promise<Outcome<StoredInteraction>>;
  end(id: InteractionId, by: StoredAgent, closingNote: string): Promise<Outcome<StoredInteraction>>;
  setOffline(id: AgentId, by: StoredAgent, reason: string): Promise<Outcome<object>>;
}

export function createSupervision(ports: SupervisionPorts): Supervision {
  const { announceSelf, attend, audit, availabilityChanged, clock, database, interactions, publisher } =
    ports;
  /** Carries out a change with its entry in the audit log, and notifies of it. */
  const act = (
    id: InteractionId,
    by: StoredAgent,
    action: AuditAction,
    change: (tx: SupervisionTx, before: StoredInteraction, now: number) => Steps<Outcome<Transition>>,
  ): Promise<Outcome<StoredInteraction>> =>
    attend.handOver(id, (now) =>
      database.transact(function* (tx) {
        const before = yield* tx.interactions.lock(id);
        if (before === null) return { ok: false, code: 'not_found' };
        const outcome = yield* change(tx, before, now);
        if (outcome.ok && outcome.data.hasChanged)
          yield* tx.audit.insert(recordOf(action, by, before, outcome.data.stored), now);
        return outcome;
      }),
    );
  return {
    read: async (id, by, isNoted) => {
      const stored = await interactions.find(id);
      if (stored === null) return { ok: false, code: 'not_found' };
      const { interaction } = stored;
      const isOwn = interaction.status === 'assigned' && interaction.agentId === by.id;
      if (isOver(interaction) || isOwn) return { ok: false, code: 'conflict' };
      if (isNoted) await audit.record(recordOf('interaction.follow', by, stored));
      return { ok: true, data: stored };
    },
    whisper: async (line, from) => {
      const outcome = await database.transact((tx) => whisper(tx, line, clock.now()));
      if (!outcome.ok) return outcome;
      const { heardBy, note } = outcome.data;
      if (heardBy !== null) publisher.whispered(note, heardBy, from);
      return { ok: true, data: note };
    },
    takeOver: async (id, by) => {
      const outcome = await act(id, by, 'interaction.take-over', (tx, _, now) =>
        takeOver(tx, id, by.id, now),
      );
      if (!outcome.ok) return outcome;
      // It may have waited, and a call may have kept its place with them [R8].
      publisher.queueChanged();
      if (by.reservedFor === id) await announceSelf(by.id);
      return outcome;
    },
    putBack: (id, by) =>
      act(id, by, 'interaction.put-back', function* (tx, before, now) {
        const { agentName, interaction } = before;
        if (interaction.status === 'waiting') return { ok: true, data: unchanged(before) };
        if (interaction.status !== 'assigned') return { ok: false, code: 'conflict', obstacle: 'ended' };
        const { agentId } = interaction;
        return yield* transition(tx, id, { kind: 'put-back', agentId, agentName, reason: 'supervisor' }, now);
      }),
    end: (id, by, closingNote) =>
      act(id, by, 'interaction.end', (tx, _, now) =>
        transition(tx, id, { kind: 'supervisor-end' }, now, { closingNote, closingTag: '' }),
      ),
    setOffline: async (id, by, reason) => {
      const outcome = await database.transact(function* (tx) {
        const done = yield* setOffline(tx, id, reason, clock.now());
        if (done.ok)
          yield* tx.audit.insert(
            {
              by: actorOf(by),
              action: 'agent.set-offline',
              subject: done.data.name,
              changes: [{ field: 'reason', before: null, after: reason }],
            },
            clock.now(),
          );
        return done;
      });
      if (!outcome.ok) return outcome;
      await announceSelf(id);
      await availabilityChanged();
      return outcome;
    },
  };
}

function actorOf({ publicName, userId }: StoredAgent): AuditActor {
  return { userId, userName: publicName };
}

/** Returns the entry of an act, by the interaction's protocol number; where it changed hands, with both agents' names. */
function recordOf(
  action: AuditAction,
  by: StoredAgent,
  before: StoredInteraction,
  after: StoredInteraction = before,
): AuditRecord {
  const [was, is] = [agentOf(before), agentOf(after)];
  return {
    by: actorOf(by),
    action,
    subject: before.protocolNumber,
    changes: was === is ? [] : [{ field: 'agent', before: was, after: is }],
  };
}

function agentOf({ agentName }: StoredInteraction): string | null {
  return agentName === '' ? null : agentName;
}
