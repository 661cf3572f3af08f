import type {
  Board,
  BoardAgent,
  BoardHeld,
  BoardQueue,
  BoardWaiting,
  TodayFigures,
} from '../../../plugins/attendance/protocol/supervision/board';
import type { SupervisedInteraction } from '../../../plugins/attendance/protocol/supervision/supervision-events';
import type { Note } from '../../../plugins/attendance/protocol/tools/tools';
import { id, interaction } from '../admin/builders';

export function held(number: number, overrides: Partial<BoardHeld> = {}): BoardHeld {
  return {
    id: id(number),
    protocolNumber: `2026-00000${number}`,
    channel: 'chat',
    visitorName: 'Rafael',
    department: null,
    waitingSince: 1_000,
    assignedAt: 2_000,
    openedAt: 3_000,
    awayUntil: null,
    visitorEndedAt: null,
    call: null,
    callCount: 0,
    lastWriter: null,
    ...overrides,
  };
}

export function boardAgent(number: number, overrides: Partial<BoardAgent> = {}): BoardAgent {
  return {
    id: id(number),
    name: `Agente ${number}`,
    photo: '',
    presence: 'online',
    isConnected: true,
    offlineReason: null,
    offlineNote: '',
    channels: ['chat'],
    departmentIds: [],
    capacity: 4,
    load: 0,
    isInCall: false,
    isReserved: false,
    interactions: [],
    ...overrides,
  };
}

export const TODAY: TodayFigures = {
  date: '2026-11-30',
  timeZone: 'America/Sao_Paulo',
  requested: 0,
  answered: 0,
  abandoned: 0,
  missed: 0,
  waitingMedianMs: null,
  level: { met: 0, measured: 0 },
};

export function queue(departmentId: number | null, overrides: Partial<BoardQueue> = {}): BoardQueue {
  return {
    department: departmentId === null ? null : { id: id(departmentId), name: `D${departmentId}` },
    waiting: { chat: 1, voice: 0, video: 0 },
    away: 0,
    longestSince: 1_000,
    ...overrides,
  } as BoardQueue;
}

export function waiting(number: number, overrides: Partial<BoardWaiting> = {}): BoardWaiting {
  return {
    interactionId: id(number),
    channel: 'chat',
    visitorName: 'Carla',
    visitorId: id(number),
    department: null,
    waitingSince: 1_000,
    isAway: false,
    protocolNumber: `2026-00000${number}`,
    ...overrides,
  };
}

export function board(overrides: Partial<Board> = {}): Board {
  return { asOf: 10_000, queues: [], waitingCount: 0, waiting: [], agents: [], today: TODAY, ...overrides };
}

export function supervised(overrides: Partial<SupervisedInteraction> = {}): SupervisedInteraction {
  return { ...interaction(), status: 'assigned', agentName: 'Ana', ...overrides } as SupervisedInteraction;
}

export function note(number: number, overrides: Partial<Note> = {}): Note {
  return {
    id: id(number),
    interactionId: id(1),
    clientNoteId: `note-${number}`,
    agentId: id(9),
    agentName: 'Sofia',
    body: `n${number}`,
    writtenAt: 20_000 + number,
    isWhisper: true,
    ...overrides,
  };
}
