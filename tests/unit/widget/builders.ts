import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { VisitorInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { AgentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import { INITIAL_STATE, type State } from '../../../widget/app/model/state';

/** A site that shows what is usual, and asks for nothing. */
export const CONFIG: PanelConfig = {
  siteKey: 'loja',
  version: 0,
  channels: ['chat'],
  companyName: 'Loja',
  colour: '#1a56db',
  theme: 'auto',
  logo: '',
  agentAvatar: '',
  texts: {
    launcherText: '',
    greeting: '',
    queue: '',
    offlineTitle: '',
    offline: '',
    outsideHours: '',
    ended: '',
  },
  form: { isOn: false, fields: [], consent: { isOn: false, version: 1, needsCheck: false, text: '' } },
  rating: { kind: 'off', asksComment: false },
  transcript: { canDownload: false, canEmail: false },
  persistenceMs: 90_000,
  uploads: null,
};

/** A panel that has just been opened. */
export const NEW_PANEL: State = { ...INITIAL_STATE, config: CONFIG };

export const ANA = { id: 7 as AgentId, name: 'Ana Martins' };

const NOTHING = { delivered: 0, read: 0 };

const base = {
  id: 1 as InteractionId,
  revision: 5,
  protocolNumber: '2026-000001',
  channel: 'chat' as const,
  call: null,
  waitingSince: 1_000,
  lastSequence: 0,
  receipts: { visitor: NOTHING, agent: NOTHING },
};

export function waiting(
  overrides: Partial<Extract<VisitorInteraction, { status: 'waiting' }>> = {},
): VisitorInteraction {
  return { ...base, status: 'waiting', place: null, ...overrides };
}

export function assigned(
  overrides: Partial<Extract<VisitorInteraction, { status: 'assigned' }>> = {},
): VisitorInteraction {
  return { ...base, status: 'assigned', agent: { ...ANA, isOnline: true, isAway: false }, ...overrides };
}

export function ended(
  overrides: Partial<Extract<VisitorInteraction, { status: 'ended' }>> = {},
): VisitorInteraction {
  return { ...base, status: 'ended', endedAt: 9_000, endedBy: 'agent', agent: ANA, ...overrides };
}

export function fromAgent(sequence: number, body = `agent ${sequence}`): Message {
  const { id, name } = ANA;
  const clientMessageId = `agent-${sequence}`;
  return {
    sequence,
    sentAt: sequence * 1_000,
    side: 'agent',
    clientMessageId,
    agentId: id,
    agentName: name,
    body,
  };
}

export function fromVisitor(sequence: number, clientMessageId = `visitor-${sequence}`, body = 'x'): Message {
  return { sequence, sentAt: sequence * 1_000, side: 'visitor', clientMessageId, body };
}

export function line(sequence: number): Message {
  return {
    sequence,
    sentAt: sequence * 1_000,
    side: 'system',
    line: { kind: 'agent-joined', agentName: ANA.name },
  };
}

export function unsent(clientMessageId: string, body = clientMessageId, interactionId = 1) {
  return { interactionId, clientMessageId, body, hasFailed: false };
}

/** A panel in the middle of a chat. */
export function chatting(overrides: Partial<State> = {}): State {
  return {
    ...NEW_PANEL,
    connection: 'live',
    hasSnapshot: true,
    token: 'token-one',
    availability: 'online',
    interaction: assigned(),
    ...overrides,
  };
}
