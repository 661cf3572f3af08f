import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Carrier } from '../../../plugins/attendance/media/carrier/carrier';
import type { JitsiClient, JitsiEvent } from '../../../plugins/attendance/media/jitsi/jitsi-client';
import { follow } from '../../../plugins/attendance/media/jitsi/jitsi-follow';
import type { CallView } from '../../../plugins/attendance/media/call/ongoing-call';
import type { Side } from '../../../plugins/attendance/protocol/schemas/scalars';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Seat {
  readonly carrier: Carrier;
  readonly view: Partial<CallView>;
  readonly link: {
    readonly reportUnsafe: ReturnType<typeof vi.fn>;
    readonly reportQuality: ReturnType<typeof vi.fn>;
  };
  readonly commands: unknown[][];
  readonly mend: ReturnType<typeof vi.fn>;
  readonly setStats: (stats: object) => void;
  tell(event: string, data?: JitsiEvent): void;
}

/** One side, with what a deployment's client would tell it; `isMended`: whether a broken connection is tried again. */
function sit(side: Side, { hasToken = true, isMended = false } = {}): Seat {
  const listeners = new Map<string, (data: JitsiEvent) => void>();
  const commands: unknown[][] = [];
  let stats: object = {};
  const client: JitsiClient = {
    on: (event, listener) => void listeners.set(event, listener),
    executeCommand: (...command) => void commands.push(command),
    getIFrame: () => null,
    dispose: () => void commands.push(['dispose']),
    getConnectionStats: () => Promise.resolve(stats),
  };
  const view: Partial<CallView> = { phase: 'joining', isOtherSideThere: true };
  const link = { join: vi.fn(), signal: vi.fn(), reportQuality: vi.fn(), reportUnsafe: vi.fn() };
  const mend = vi.fn(() => isMended);
  const carrier = follow(client, {
    side,
    hasToken,
    link,
    board: {
      getView: () => view as CallView,
      change: (news) => void Object.assign(view, news),
      subscribe: () => () => undefined,
    },
    refuse: vi.fn(),
    rejoin: vi.fn(),
    mend,
    onJoined: () => Promise.resolve(),
  });
  const tell = (event: string, data: JitsiEvent = {}): void => listeners.get(event)?.(data);
  return { carrier, view, link, commands, mend, tell, setStats: (given) => void (stats = given) };
}

function joined(side: Side, options: { hasToken?: boolean; isMended?: boolean } = {}): Seat {
  const seat = sit(side, options);
  seat.tell('videoConferenceJoined', { id: 'own' });
  seat.tell('participantJoined', { id: 'other' });
  expect(seat.view.phase).toBe('connected');
  return seat;
}

const NO_NEWS_MS = 2_000;

describe('a Jitsi room that this side did not leave', () => {
  it.each<[string, (seat: Seat) => void]>([
    ['it was put out', ({ tell }) => tell('participantKickedOut', { kicked: { local: true } })],
    [
      'the room is no more',
      ({ tell }) => tell('errorOccurred', { error: { name: 'conference.destroyed', isFatal: false } }),
    ],
    ['it is told nothing but that it left', ({ tell }) => tell('videoConferenceLeft')],
    ['the frame would be closed', ({ tell }) => tell('readyToClose')],
  ])('[Z135] finding D2: %s is a failure that is said', (_, happen) => {
    const seat = joined('visitor', { isMended: true });
    happen(seat);
    seat.tell('videoConferenceLeft');
    vi.advanceTimersByTime(NO_NEWS_MS);
    expect(seat.view).toMatchObject({ phase: 'failed', problem: 'room-closed', surface: null });
    expect(seat.mend).not.toHaveBeenCalled();
  });

  it('[M5] finding D2: nothing is said of it where the product’s own hang-up follows', () => {
    const seat = joined('visitor');
    seat.tell('errorOccurred', { error: { name: 'conference.destroyed', isFatal: false } });
    seat.tell('videoConferenceLeft');
    vi.advanceTimersByTime(NO_NEWS_MS - 1);
    seat.carrier.leave(true);
    vi.runAllTimers();
    expect(seat.view.phase).toBe('connected');
  });

  it('another participant who is put out is nobody of ours', () => {
    const seat = joined('agent');
    seat.tell('participantKickedOut', { kicked: { local: false } });
    vi.advanceTimersByTime(NO_NEWS_MS);
    expect(seat.view.phase).toBe('connected');
  });

  it.each([
    ['the signalling server was restarted', { name: 'connection.droppedError', isFatal: true }],
    [
      'the reservation has come to its end',
      { name: 'conference.destroyed', isFatal: false, params: ['Scheduled conference duration exceeded.'] },
    ],
  ])('[Z135] finding D8: %s, and it is joined again without a click', (_, error) => {
    const seat = joined('agent', { isMended: true });
    seat.tell('errorOccurred', { error });
    expect(seat.mend).toHaveBeenCalledWith(true);
    expect(seat.view.phase).not.toBe('failed');
    // What the room that was left still says is no news of the one to come.
    seat.tell('participantLeft', { id: 'other' });
    seat.carrier.hear({ kind: 'seats', visitor: true, agent: true });
    vi.runAllTimers();
    expect(seat.view.phase).toBe('connected');
  });

  it('[M8] is said where that may not be tried any more', () => {
    const seat = joined('agent');
    seat.tell('errorOccurred', { error: { name: 'connection.droppedError', isFatal: true } });
    expect(seat.view).toMatchObject({ phase: 'failed', problem: 'provider-unreachable' });
  });
});

describe('a Jitsi room that is not opened', () => {
  it.each<[string, JitsiEvent, string]>([
    [
      'the reservation is refused',
      { error: { name: 'conference.reservationError', message: '401', isFatal: false } },
      'room-refused',
    ],
    ['told flat, by an older one', { name: 'conference.reservationError', isFatal: false }, 'room-refused'],
    [
      'the token is another domain’s',
      { error: { name: 'conference.connectionError.notAllowed', isFatal: false } },
      'token-refused',
    ],
    [
      'so says a parameter alone',
      { error: { name: 'conference.connectionError', isFatal: false, params: ['not-allowed'] } },
      'token-refused',
    ],
  ])('[M8] finding D6: %s, and it is said at once', (_, event, problem) => {
    const seat = sit('agent');
    seat.tell('errorOccurred', event);
    expect(seat.view).toMatchObject({ phase: 'failed', problem });
  });

  it('[M8] finding D6: an error without a name of its own has five seconds to mend', () => {
    const error = { name: 'conference.setup_failed', isFatal: false };
    const lost = sit('agent');
    lost.tell('errorOccurred', { error });
    vi.advanceTimersByTime(4_999);
    expect(lost.view.phase).toBe('joining');
    vi.advanceTimersByTime(1);
    expect(lost.view).toMatchObject({ phase: 'failed', problem: 'provider-unreachable' });
    const mended = sit('agent');
    mended.tell('errorOccurred', { error });
    mended.tell('videoConferenceJoined', { id: 'own' });
    vi.advanceTimersByTime(60_000);
    expect(mended.view.phase).not.toBe('failed');
  });

  it('[M8] silence is given up after thirty seconds', () => {
    const seat = sit('visitor');
    vi.advanceTimersByTime(30_000);
    expect(seat.view).toMatchObject({ phase: 'failed', problem: 'provider-unreachable' });
  });
});

describe('who moderates a Jitsi room', () => {
  const role = (id: string, name = 'moderator'): [string, JitsiEvent] => [
    'participantRoleChanged',
    { id, role: name },
  ];

  it('[Z134] finding D1: a visitor who does leaves, says so and tells the service', () => {
    const seat = joined('visitor');
    seat.tell(...role('own'));
    expect(seat.link.reportUnsafe).toHaveBeenCalledOnce();
    expect(seat.view).toMatchObject({ phase: 'failed', problem: 'room-unsafe' });
    expect(seat.commands).toContainEqual(['hangup']);
  });

  it('[Z134] finding D1: also where the role is told before the joining', () => {
    const seat = sit('visitor');
    seat.tell(...role('own'));
    expect(seat.link.reportUnsafe).not.toHaveBeenCalled();
    seat.tell('videoConferenceJoined', { id: 'own' });
    expect(seat.link.reportUnsafe).toHaveBeenCalledOnce();
  });

  it('[Z134] an open deployment, where the first to come moderates, is not judged', () => {
    const seat = joined('visitor', { hasToken: false });
    seat.tell(...role('own'));
    expect(seat.link.reportUnsafe).not.toHaveBeenCalled();
    expect(seat.view.phase).toBe('connected');
  });

  it.each<[string, Side, [string, JitsiEvent]]>([
    ['the agent, who is to', 'agent', role('own')],
    ['the agent, seen by the visitor', 'visitor', role('other')],
    ['a visitor who is a participant', 'visitor', role('own', 'participant')],
  ])('[Z134] nothing is wrong with %s', (_, side, event) => {
    const seat = joined(side);
    seat.tell(...event);
    expect(seat.link.reportUnsafe).not.toHaveBeenCalled();
    expect(seat.view.phase).toBe('connected');
  });
});

describe('leaving a Jitsi room', () => {
  it('[Z136] finding D4: the agent ends the conference for all when the call is over', () => {
    const seat = joined('agent');
    seat.carrier.leave(true);
    expect(seat.commands.map(([name]) => name)).toEqual(['endConference', 'hangup']);
  });

  it('[Z136] finding D4: its frame stays until the goodbye is said, however slow the machine, but not for ever', () => {
    const seat = joined('agent');
    seat.carrier.leave(true);
    vi.advanceTimersByTime(4_900);
    expect(seat.commands).not.toContainEqual(['dispose']);
    seat.tell('videoConferenceLeft');
    seat.tell('readyToClose');
    expect(seat.commands.at(-1)).toEqual(['dispose']);
    vi.advanceTimersByTime(10_000);
    expect(seat.commands.filter(([name]) => name === 'dispose')).toHaveLength(1);
    expect(seat.view.phase).toBe('connected');

    const silent = joined('agent');
    silent.carrier.leave(true);
    vi.advanceTimersByTime(5_000);
    expect(silent.commands.at(-1)).toEqual(['dispose']);
  });

  it.each<[string, Side, boolean]>([
    ['the agent’s other tab takes it', 'agent', false],
    ['the visitor leaves, who may not', 'visitor', true],
  ])('[M7] finding D4: not where %s', (_, side, isOver) => {
    const seat = joined(side);
    seat.carrier.leave(isOver);
    expect(seat.commands.map(([name]) => name)).toEqual(['hangup']);
    // The devices that its frame holds may be wanted again at once.
    vi.advanceTimersByTime(500);
    expect(seat.commands.at(-1)).toEqual(['dispose']);
  });
});

describe('how good a Jitsi call is', () => {
  const STATS = {
    connectionQuality: 80,
    bitrate: { upload: 900 },
    packetLoss: { upload: 0 },
    resolution: { own: { 1: { height: 180 }, 2: { height: 360 } }, other: { 3: { height: 720 } } },
  };

  it('[M6] finding D7: the agent’s own picture follows what is sent of it', async () => {
    const seat = joined('agent');
    seat.setStats(STATS);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(seat.link.reportQuality).toHaveBeenLastCalledWith(expect.objectContaining({ sentHeight: 360 }));
    expect(seat.commands).toEqual([['resizeFilmStrip', { width: 160 }]]);
    seat.setStats({ ...STATS, resolution: {} });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seat.commands.at(-1)).toEqual(['resizeFilmStrip', { width: 88 }]);
  });

  it('[M6] nothing of the visitor’s changes, and an older deployment tells no lines', async () => {
    const visitor = joined('visitor');
    visitor.setStats({ ...STATS, resolution: undefined });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(visitor.link.reportQuality).toHaveBeenCalledWith(expect.objectContaining({ sentHeight: null }));
    expect(visitor.commands).toEqual([]);
  });
});
