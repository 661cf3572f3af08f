import type { StoredInteraction } from '../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import type { Interaction } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';

export const id = (value: number) => value as never;
export const NOW = Date.UTC(2026, 10, 26, 12, 0);

const base = {
  id: id(1),
  siteId: id(1),
  visitorId: id(1),
  departmentId: null,
  channel: 'chat',
  beganAs: 'chat',
  call: null,
  callCount: 0,
  waitingSince: NOW - 600_000,
  away: null,
  lastWriter: null,
  missedBy: [],
  transferredBy: null,
} as const;

const assigned = {
  ...base,
  status: 'assigned',
  agentId: id(7),
  assignedAt: NOW - 500_000,
  openedAt: NOW - 400_000,
  ring: null,
} as const;

/** One of each state that matters to the end. */
export const INTERACTIONS: Readonly<
  Record<'waiting' | 'assigned' | 'endedByVisitor' | 'ended' | 'abandoned', Interaction>
> = {
  waiting: { ...base, status: 'waiting' },
  assigned: { ...assigned, visitorEnd: null },
  endedByVisitor: { ...assigned, visitorEnd: { at: NOW - 1_000, reason: 'visitor-ended' } },
  ended: {
    ...base,
    status: 'ended',
    agentId: id(7),
    endedAt: NOW - 1_000,
    visitorEnd: null,
    closedBy: 'agent',
  },
  abandoned: { ...base, status: 'abandoned', endedAt: NOW - 1_000, reason: 'visitor-ended' },
};

export function stored(
  interaction: Interaction,
  overrides: Partial<StoredInteraction> = {},
): StoredInteraction {
  return {
    interaction,
    revision: 1,
    protocolNumber: '2026-000001',
    siteName: 'Loja',
    department: null,
    visitor: { id: id(1), name: 'Rafael', email: '', phone: '', document: '' },
    agentName: 'Ana',
    lastSequence: 0,
    pendingSince: null,
    unreadCount: 0,
    lastPreview: null,
    receipts: { visitor: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
    rating: null,
    ...overrides,
  } as StoredInteraction;
}
