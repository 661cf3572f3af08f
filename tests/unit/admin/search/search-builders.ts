import type { FoundInteraction } from '../../../../plugins/attendance/protocol/search/search';
import { id } from '../builders';

/** A past interaction as it is found: newer ones have greater ids. */
export function found(number: number, overrides: Partial<FoundInteraction> = {}): FoundInteraction {
  return {
    id: id(number),
    protocolNumber: `2026-${String(number).padStart(6, '0')}`,
    channel: 'chat',
    agentName: 'Ana',
    startedAt: number * 1_000,
    durationMs: 60_000,
    closingTag: '',
    closingNote: '',
    tagIds: [],
    rating: null,
    visitor: { id: id(1), name: 'Carla', email: '', phone: '', document: '' },
    siteName: 'Loja',
    departmentName: '',
    excerpt: null,
    ...overrides,
  };
}

export const page = (numbers: readonly number[], hasMore = false) => ({
  interactions: numbers.map((number) => found(number)),
  hasMore,
  isIncomplete: false,
});
