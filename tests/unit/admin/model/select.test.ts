import { describe, expect, it } from 'vitest';

import {
  holdOrder,
  isSameOrder,
  toSections,
  type ListSection,
} from '../../../../admin/src/model/selectors/hold-order';
import {
  callingInteractions,
  capacityOf,
  groupInteractions,
  listedInteractions,
} from '../../../../admin/src/model/selectors/select';
import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import { after, id, interaction, SELF, snapshot } from '../builders';

const NEW = { openedAt: null };
const PENDING = { lastWriter: 'visitor' } as const;
const ANSWERED = { lastWriter: 'agent' } as const;
const AWAY = { awaySince: 5_000, awayUntil: 95_000 };
const ENDED = { visitorEndedAt: 6_000 };

const held = (...all: Partial<AgentInteraction>[]) =>
  after(snapshot(all.map((overrides, index) => interaction({ id: id(index + 1), ...overrides }))));

describe('the list', () => {
  it('[A1] shows its groups from what is new to what only waits to be ended', () => {
    const { interactions } = held(ENDED, AWAY, ANSWERED, PENDING, NEW);
    expect(groupInteractions(interactions).map(({ indicator }) => indicator)).toEqual([
      'new',
      'pending',
      'answered',
      'away',
      'ended-by-visitor',
    ]);
    expect(listedInteractions(interactions).map((each) => each.id)).toEqual([5, 4, 3, 2, 1]);
  });

  it('[A1] puts the longest wait first within a group, and equal waits by number', () => {
    const { interactions } = held(
      { ...PENDING, pendingSince: 30 },
      { ...PENDING, pendingSince: 10 },
      { ...PENDING, pendingSince: 10 },
    );
    expect(listedInteractions(interactions).map((each) => each.id)).toEqual([2, 3, 1]);
  });

  it('[A1] leaves empty groups out', () => {
    expect(groupInteractions(held().interactions)).toEqual([]);
  });

  it('[S7] rings for new ones, but not while their visitor is away', () => {
    const { interactions } = held(NEW, { ...NEW, ...AWAY }, PENDING);
    const { fresh, sound } = callingInteractions(interactions);
    expect(fresh.map((each) => each.id)).toEqual([1, 2]);
    expect(sound).toBe('chat');
    expect(callingInteractions(held({ ...NEW, ...AWAY }).interactions).sound).toBeNull();
  });

  it('[S7] sounds otherwise for a call, also for one that a chat is to become', () => {
    const call = { state: 'ringing', by: 'visitor', medium: 'video', until: null } as const;
    const coming = callingInteractions(held(NEW, { ...NEW, channel: 'video', call }).interactions);
    expect(coming.sound).toBe('call');
    const raised = callingInteractions(
      held({ lastWriter: 'agent', call: { ...call, until: 9 } }).interactions,
    );
    expect(raised).toMatchObject({ fresh: [], raised: [{ id: 1 }], sound: 'call' });
    const own = callingInteractions(held({ call: { ...call, by: 'agent', until: 9 } }).interactions);
    expect(own).toMatchObject({ fresh: [], raised: [], sound: null });
  });
});

describe('holding the list still', () => {
  const sections = (...groups: [ListSection['indicator'], number[]][]): readonly ListSection[] =>
    groups.map(([indicator, ids]) => ({ indicator, ids: ids.map((each) => id(each)) }));

  it('[A1] moves no row under the pointer: whatever changes its group stays where it was', () => {
    const before = sections(['pending', [1, 2]], ['answered', [3]]);
    expect(holdOrder(before, sections(['pending', [3, 1]], ['away', [2]]))).toBe(before);
  });

  it('[A1] puts what arrives below all rows', () => {
    const before = sections(['pending', [1]]);
    expect(holdOrder(before, sections(['new', [9]], ['pending', [1]]))).toEqual(
      sections(['pending', [1]], ['new', [9]]),
    );
  });

  it('[A1] keeps the place of a row that is gone', () => {
    const before = sections(['pending', [1, 2]]);
    expect(holdOrder(before, sections(['pending', [2]]))).toBe(before);
  });

  it('tells two orders apart by group and place', () => {
    const one = toSections(groupInteractions(held(PENDING, ANSWERED).interactions));
    expect(isSameOrder(one, sections(['pending', [1]], ['answered', [2]]))).toBe(true);
    expect(isSameOrder(one, sections(['pending', [1, 2]]))).toBe(false);
    expect(isSameOrder(one, sections(['pending', [2]], ['answered', [1]]))).toBe(false);
  });
});

describe('capacity', () => {
  it('[R2] [R5] counts chats, those that the visitor ended too', () => {
    expect(capacityOf(held(PENDING, ENDED))).toEqual({
      chats: 2,
      capacity: SELF.capacity,
      isInCall: false,
      isOnline: true,
      offlineReason: null,
      isReserved: false,
    });
  });

  it('[R4] knows a call from a chat', () => {
    expect(capacityOf(held({ ...PENDING, channel: 'voice' }))).toMatchObject({ chats: 0, isInCall: true });
  });
});
