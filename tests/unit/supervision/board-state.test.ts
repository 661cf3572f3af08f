import { describe, expect, it } from 'vitest';

import { freePlacesOf, groupAgents, stateOf } from '../../../admin/src/supervision/board/agents/agent-state';
import {
  agentFigures,
  levelPercent,
  longestQueue,
} from '../../../admin/src/supervision/board/figures/figures';
import { EMPTY_BOARD, reduceBoard } from '../../../admin/src/desks/board-state';
import { keepEqual } from '../../../admin/src/desks/keep-equal';
import type { Board } from '../../../plugins/attendance/protocol/supervision/board';
import { board, boardAgent, held, queue, TODAY, waiting } from './board-builders';

const copy = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;

describe('what stays of the board before', () => {
  const before = board({
    queues: [queue(1), queue(null)],
    waiting: [waiting(4), waiting(5)],
    waitingCount: 2,
    agents: [boardAgent(1, { interactions: [held(1), held(2)] }), boardAgent(2)],
  });

  it('[D3] [Z180] is the whole of it where nothing has changed', () => {
    expect(keepEqual(before, copy(before))).toBe(before);
  });

  it('[D3] [Z180] is every row but the one that changed', () => {
    const news = copy(before);
    news.agents[0]?.interactions.splice(1, 1, held(2, { lastWriter: 'visitor' }));
    const after = keepEqual(before, news);
    expect(after).toEqual(news);
    expect(after.agents[0]).not.toBe(before.agents[0]);
    expect(after.agents[0]?.interactions[0]).toBe(before.agents[0]?.interactions[0]);
    expect(after.agents[1]).toBe(before.agents[1]);
    expect(after.queues).toBe(before.queues);
    expect(after.waiting).toBe(before.waiting);
    expect(after.today).toBe(before.today);
  });

  it('[D3] [Z180] is found by id where the order changes, and goes with what is gone', () => {
    const after = keepEqual(
      before,
      copy({ ...before, waiting: [waiting(5)], queues: [queue(null), queue(1)], waitingCount: 1 }),
    );
    expect(after.waiting[0]).toBe(before.waiting[1]);
    expect(after.queues[0]).toBe(before.queues[1]);
    expect(after.queues[1]).toBe(before.queues[0]);
    expect(after.queues).not.toBe(before.queues);
  });

  it('[Z180] is nothing where a part became another kind of thing', () => {
    expect(keepEqual<unknown>({ a: null }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
    expect(keepEqual<unknown>({ a: [1] }, { a: { 0: 1 } })).toEqual({ a: { 0: 1 } });
    expect(keepEqual<unknown>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  });
});

describe('the board', () => {
  const arrived = (news: Board) => ({ type: 'arrived', board: news }) as const;

  it('[D3] takes the younger of an answer and the fact that overtook it', () => {
    const young = board({ asOf: 20, waitingCount: 2 });
    const state = reduceBoard(reduceBoard(EMPTY_BOARD, arrived(young)), arrived(board({ asOf: 10 })));
    expect(state.board).toBe(young);
  });

  it('[D3] is kept while the connection is lost, and while it is asked for again', () => {
    const shown = reduceBoard(EMPTY_BOARD, arrived(board()));
    const lost = reduceBoard(shown, { type: 'lost' });
    expect(lost).toEqual({ ...shown, standing: 'lost' });
    expect(reduceBoard(lost, { type: 'asked' })).toEqual({ ...shown, standing: 'asking' });
    expect(reduceBoard(lost, { type: 'refused', code: 'forbidden' })).toMatchObject({
      standing: 'refused',
      refusal: 'forbidden',
    });
  });
});

describe('an agent on the board', () => {
  it.each([
    [{}, 'online', 4],
    [{ load: 4 }, 'full', 0],
    [{ load: 1, isInCall: true }, 'in-call', 0],
    [{ isReserved: true }, 'reserved', 0],
    [{ isConnected: false }, 'unconnected', 0],
    [{ presence: 'offline', isInCall: true, load: 1 }, 'offline', 0],
    [{ load: 3 }, 'online', 1],
  ] as const)('[D3] [R2] [R4] with %j is %s, with %i places', (facts, state, free) => {
    const agent = boardAgent(1, facts);
    expect(stateOf(agent)).toBe(state);
    expect(freePlacesOf(agent)).toBe(free);
  });

  it('[D3] who is Offline and holds nothing is a name; who holds something still is shown with it', () => {
    const gone = boardAgent(1, { presence: 'offline' });
    const leaving = boardAgent(2, { presence: 'offline', interactions: [held(1)] });
    expect(groupAgents([gone, leaving, boardAgent(3)])).toEqual({
      present: [leaving, boardAgent(3)],
      absent: [gone],
    });
  });
});

describe('the figures on top', () => {
  it('[D3] count who is there, and what could still be given', () => {
    const agents = [
      boardAgent(1, { load: 1 }),
      boardAgent(2, { isConnected: false }),
      boardAgent(3, { presence: 'offline' }),
    ];
    expect(agentFigures(agents)).toEqual({ online: 1, all: 3, free: 3 });
  });

  it('[D3] the longest wait is that of all departments, and of nobody who is away', () => {
    expect(longestQueue([])).toBeNull();
    expect(longestQueue([queue(1, { longestSince: null })])).toBeNull();
    const queues = [queue(1, { longestSince: 900 }), queue(2, { longestSince: 300 })];
    expect(longestQueue(queues)).toBe(queues[1]);
  });

  it.each([
    [0, 0, null],
    [0, 4, 0],
    [1, 3, 33],
    [999, 1_000, 99],
    [1_000, 1_000, 100],
  ])('[D3] %i of %i in time are %s per cent', (met, measured, percent) => {
    expect(levelPercent({ ...TODAY.level, met, measured })).toBe(percent);
  });
});
