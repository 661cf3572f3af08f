import { afterEach, describe, expect, it, vi } from 'vitest';

import { claimable, unreadMessages } from '../../../../widget/app/model/receipt';
import { createStore } from '../../../../widget/app/model/store';
import { reportReceipts } from '../../../../widget/app/realtime/report-receipts';
import type { Wire } from '../../../../widget/app/realtime/wire';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { assigned, chatting, fromAgent, fromVisitor, line } from '../builders';

const looking = { isOpen: true, isTabVisible: true };
const seen = (read: number) =>
  assigned({ receipts: { visitor: { delivered: read, read }, agent: { delivered: 0, read: 0 } } });

describe('unread', () => {
  const messages = [line(1), fromAgent(2), fromVisitor(3), fromAgent(4)];

  it('[W6] counts what the agent wrote beyond the visitor’s watermark, and nothing else', () => {
    expect(unreadMessages(chatting({ messages, interaction: seen(0) }))).toHaveLength(2);
    expect(unreadMessages(chatting({ messages, interaction: seen(2) }))).toHaveLength(1);
    expect(unreadMessages(chatting({ messages, interaction: seen(4) }))).toHaveLength(0);
  });

  it.each([
    [{ isOpen: false, isTabVisible: true }],
    [{ isOpen: true, isTabVisible: false }],
    [{ isOpen: false, isTabVisible: false }],
  ])('[C2] claims delivery but no reading with %o', (place) => {
    expect(claimable(chatting({ messages, ...place }))).toEqual({ delivered: 4, read: 0 });
  });

  it('[C2] claims reading with the panel open in a visible tab', () => {
    expect(claimable(chatting({ messages, ...looking }))).toEqual({ delivered: 4, read: 4 });
  });

  it('[C3] claims nothing beyond a gap', () => {
    const gap = [fromAgent(1), fromAgent(3)];
    expect(claimable(chatting({ messages: gap, ...looking }))).toEqual({ delivered: 1, read: 1 });
  });
});

describe('reporting', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[C2] confirms a burst with one word', async () => {
    vi.useFakeTimers();
    const said: [string, number][] = [];
    const wire = {
      command: (name: string, { sequence }: { sequence: number }) => {
        said.push([name, sequence]);
        return Promise.resolve({ ok: true, data: {} });
      },
    } as unknown as Wire;
    const store = createStore(chatting(looking));
    reportReceipts(store, wire);
    for (const sequence of [1, 2, 3]) {
      const fact = { interactionId: 1 as InteractionId, message: fromAgent(sequence) };
      store.dispatch({ type: 'message:posted', fact });
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(said).toEqual([['message:read', 3]]);
    store.dispatch({ type: 'panel:changed', isOpen: false, hasFocus: false, isFullScreen: false });
    store.dispatch({
      type: 'message:posted',
      fact: { interactionId: 1 as InteractionId, message: fromAgent(4) },
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(said.at(-1)).toEqual(['message:delivered', 4]);
  });
});
