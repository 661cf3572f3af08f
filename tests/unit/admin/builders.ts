import type { Action } from '../../../admin/src/model/actions';
import { reduce } from '../../../admin/src/model/reduce';
import { INITIAL_STATE, type State } from '../../../admin/src/model/state';
import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { AgentSelf } from '../../../plugins/attendance/protocol/interactions/people';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { AgentFactPayload } from '../../../plugins/attendance/protocol/wire/events';

export const id = (value: number) => value as never;

export const SELF: AgentSelf = {
  id: id(7),
  publicName: 'Ana',
  presence: 'online',
  capacity: 4,
  channels: ['chat'],
  departmentIds: [],
  isSupervisor: false,
  offlineReason: null,
  isReserved: false,
};

/** An opened interaction that nobody has written in. */
export function interaction(overrides: Partial<AgentInteraction> = {}): AgentInteraction {
  return {
    id: id(1),
    revision: 5,
    protocolNumber: '2026-000001',
    siteId: id(1),
    siteName: 'Loja',
    channel: 'chat',
    beganAs: 'chat',
    call: null,
    callCount: 0,
    agentId: SELF.id,
    department: null,
    visitor: { id: id(1), name: 'Rafael', email: '', phone: '', document: '' },
    waitingSince: 1_000,
    assignedAt: 2_000,
    openedAt: 3_000,
    awaySince: null,
    awayUntil: null,
    ringUntil: null,
    ringLeftMs: null,
    visitorEndedAt: null,
    visitorEndReason: null,
    lastWriter: null,
    lastSequence: 0,
    lastPreview: null,
    pendingSince: null,
    unreadCount: 0,
    receipts: { visitor: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
    captured: {
      originUrl: '',
      originTitle: '',
      currentUrl: '',
      currentTitle: '',
      referrer: '',
      language: '',
      browser: '',
      operatingSystem: '',
      ip: '',
    },
    tagIds: [],
    fieldValues: {},
    answers: [],
    consent: null,
    rating: null,
    ...overrides,
  };
}

export function fromVisitor(sequence: number, body = `m${sequence}`, sentAt = 10_000 + sequence): Message {
  return { side: 'visitor', sequence, sentAt, clientMessageId: `visitor-${sequence}`, body };
}

export function fromAgent(sequence: number, clientMessageId: string, body = 'oi'): Message {
  return {
    side: 'agent',
    sequence,
    sentAt: 10_000 + sequence,
    clientMessageId,
    agentId: SELF.id,
    agentName: SELF.publicName,
    body,
  };
}

export const posted = (message: Message): Action => ({
  type: 'message:posted',
  fact: { interactionId: id(1), message },
  at: message.sentAt,
});

export const changed = (news: AgentInteraction): Action => ({
  type: 'interaction:changed',
  fact: { interaction: news },
  at: 0,
});

export const composed = (clientMessageId: string, body: string): Action => ({
  type: 'message:composed',
  interactionId: id(1),
  clientMessageId,
  body,
  at: 20_000,
});

export function snapshot(
  interactions: readonly AgentInteraction[],
  overrides: Partial<AgentFactPayload<'snapshot'>> = {},
): Action {
  return {
    type: 'snapshot',
    at: 0,
    fact: {
      serverNow: 0,
      self: SELF,
      interactions: [...interactions],
      queue: { count: 0, entries: [] },
      offlineMessages: [],
      tools: { cannedResponses: [], tags: [], fields: [] },
      ...overrides,
    },
  };
}

/** The state after all of it, beginning with nothing. */
export function after(...actions: readonly Action[]): State {
  return actions.reduce(reduce, INITIAL_STATE);
}
