import { describe, expect, it } from 'vitest';

import type {
  AgentId,
  DepartmentId,
  InteractionId,
  SiteId,
  TagId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import {
  createFilling,
  type PastReports,
} from '../../../plugins/attendance/server/src/application/reports/fill-past';
import type { EndedInteraction } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import {
  measureInteraction,
  type InteractionFacts,
  type PastAssignment,
} from '../../../plugins/attendance/server/src/domain/reports/measure-interaction';
import {
  responsesIn,
  type PublicLine,
} from '../../../plugins/attendance/server/src/domain/reports/measure-responses';
import { pageOf } from '../../../plugins/attendance/server/src/domain/reports/origin';

const ANA = 1 as AgentId;
const BRUNO = 2 as AgentId;

const ENDED: EndedInteraction = {
  id: 7 as InteractionId,
  siteId: 1 as SiteId,
  visitorId: 1 as VisitorId,
  departmentId: 3 as DepartmentId,
  channel: 'chat',
  beganAs: 'chat',
  call: null,
  callCount: 0,
  waitingSince: 1_000,
  away: null,
  lastWriter: null,
  missedBy: [],
  transferredBy: null,
  status: 'ended',
  closedBy: 'agent',
  agentId: ANA,
  endedAt: 9_000,
  visitorEnd: null,
};

const facts = (some: Partial<InteractionFacts> = {}): InteractionFacts => ({
  interaction: ENDED,
  siteName: 'Loja',
  departmentName: 'Vendas',
  originUrl: '',
  assignments: [],
  lines: [],
  attempts: [],
  tags: [],
  asksRating: false,
  rating: null,
  ...some,
});
const held = (some: Partial<PastAssignment> = {}): PastAssignment => ({
  agentId: ANA,
  agentName: 'Ana',
  assignedAt: 2_000,
  openedAt: 3_000,
  releasedAt: 9_000,
  outcome: 'ended',
  ...some,
});
const line = (agentId: AgentId | null, sentAt: number): PublicLine => ({
  side: agentId === null ? 'visitor' : 'agent',
  agentId,
  sentAt,
});

describe('responses', () => {
  it.each([
    ['none without an agent’s line', [line(null, 1), line(null, 2)], []],
    ['none for what was written before any agent did', [line(null, 1), line(ANA, 5)], []],
    [
      'from the first of several lines in a row',
      [line(ANA, 1), line(null, 2), line(null, 8), line(ANA, 9)],
      [7],
    ],
    ['none for what was never answered', [line(ANA, 1), line(null, 2)], []],
    ['one for several answers in a row', [line(ANA, 1), line(null, 2), line(ANA, 3), line(BRUNO, 9)], [1]],
    ['by whoever answers next', [line(ANA, 1), line(null, 2), line(BRUNO, 6)], [4]],
    ['not negative where a clock was set back', [line(ANA, 9), line(null, 8), line(ANA, 5)], [0]],
  ])('[D1] %s', (_, lines, expected) => {
    expect(responsesIn(lines).map(({ ms }) => ms)).toEqual(expected);
  });
});

describe('a measured interaction', () => {
  it('[D1] who ended it is the visitor where they came first, else whoever closed it', () => {
    const endedBy = (some: Partial<InteractionFacts>) => measureInteraction(facts(some)).row.endedBy;
    const visitorEnd = { at: 5_000, reason: 'visitor-ended' } as const;
    expect(endedBy({})).toBe('agent');
    expect(endedBy({ interaction: { ...ENDED, closedBy: 'supervisor' } })).toBe('supervisor');
    expect(endedBy({ interaction: { ...ENDED, closedBy: 'supervisor', visitorEnd } })).toBe('visitor');
  });

  it('[D1] without an assignment nobody held it, and there is no waiting time', () => {
    const { assignments, row } = measureInteraction(facts());
    expect(assignments).toEqual([]);
    expect(row).toMatchObject({ agentId: null, agentName: '', waitingMs: null, outcome: 'unanswered' });
  });

  it('[D1] [Z144] an assignment whose end nobody noted ends where the next began, or with the interaction', () => {
    const open = { releasedAt: null, outcome: 'held' } as const;
    const { assignments, row } = measureInteraction(
      facts({
        assignments: [held(open), held({ ...open, agentId: BRUNO, assignedAt: 5_000, openedAt: 6_000 })],
      }),
    );
    expect(
      assignments.map(({ handlingMs, outcome, releasedAt }) => [releasedAt, outcome, handlingMs]),
    ).toEqual([
      [5_000, 'reassigned', 2_000],
      [9_000, 'ended', 3_000],
    ]);
    expect(row).toMatchObject({ agentId: BRUNO, handlingMs: 5_000, missedCount: 0 });
  });

  it('[G3] an agent who did not come along with an import has no figures, and their time is in the interaction’s', () => {
    const { assignments, row } = measureInteraction(
      facts({
        assignments: [
          held({ agentId: null, releasedAt: 4_000, outcome: 'transferred' }),
          held({ assignedAt: 4_000, openedAt: 5_000 }),
        ],
        lines: [line(null, 3_000), { side: 'agent', agentId: null, sentAt: 3_500 }, line(ANA, 6_000)],
      }),
    );
    expect(assignments).toMatchObject([{ agentId: ANA, firstResponseMs: null, handlingMs: 4_000 }]);
    expect(row).toMatchObject({
      firstResponseMs: 2_500,
      handlingMs: 5_000,
      transferCount: 1,
      waitingMs: 1_000,
    });
  });

  it('[D1] of one agent’s two turns each has its own responses', () => {
    const { assignments } = measureInteraction(
      facts({
        assignments: [
          held({ releasedAt: 4_000, outcome: 'reassigned' }),
          held({ assignedAt: 5_000, openedAt: 5_500 }),
        ],
        lines: [line(ANA, 3_000), line(null, 3_100), line(ANA, 3_300), line(null, 6_000), line(ANA, 6_700)],
      }),
    );
    expect(assignments.map((one) => [one.responseCount, one.responseTotalMs, one.firstResponseMs])).toEqual([
      [1, 200, 2_000],
      [1, 700, null],
    ]);
  });

  it('[D1] a call that an earlier agent had is not what the last one wraps up', () => {
    const some = facts({
      interaction: { ...ENDED, channel: 'voice', beganAs: 'voice', callCount: 1 },
      attempts: [{ startedAt: 3_000, endedAt: 4_000 }],
    });
    const turns = [
      held({ releasedAt: 4_000, outcome: 'transferred' }),
      held({ agentId: BRUNO, assignedAt: 4_000, openedAt: 5_000 }),
    ];
    expect(measureInteraction({ ...some, assignments: turns }).row.wrapUpMs).toBeNull();
    expect(measureInteraction({ ...some, assignments: [held()] }).row.wrapUpMs).toBe(5_000);
  });

  describe('[D1] the wrap-up', () => {
    const HANG_UP = { startedAt: 3_000, endedAt: 4_000 };
    const voice = { ...ENDED, channel: 'voice', beganAs: 'voice', callCount: 1 } as const;
    const visitorEnd = { at: 8_000, reason: 'visitor-ended' } as const;
    const lines = [line(ANA, 3_500), line(null, 6_000)];
    it.each<[string, Partial<InteractionFacts>, number | null]>([
      ['of a chat is from the visitor’s end', { interaction: { ...ENDED, visitorEnd } }, 1_000],
      ['does not exist where the agent ended a chat', { lines }, null],
      [
        'of a chat with a call in its middle is from the visitor’s end',
        { interaction: { ...ENDED, visitorEnd }, attempts: [HANG_UP], lines },
        1_000,
      ],
      ['of such a chat that the agent ended is from the last line', { attempts: [HANG_UP], lines }, 3_000],
      ['of a chat that ended with its call is from the hang-up', { attempts: [HANG_UP] }, 5_000],
      [
        'of a call is from the hang-up, where the visitor went later',
        { interaction: { ...voice, visitorEnd }, attempts: [HANG_UP] },
        5_000,
      ],
      [
        'of a call that nobody answered is from the visitor’s end',
        { interaction: { ...voice, visitorEnd } },
        1_000,
      ],
    ])('%s', (_, some, expected) => {
      const { assignments, row } = measureInteraction(facts({ assignments: [held()], ...some }));
      expect([row.wrapUpMs, assignments[0]?.wrapUpMs]).toEqual([expected, expected]);
    });
  });

  it('[D1] tags are kept by the names that they had', () => {
    const tags = [{ id: 4 as TagId, name: 'vip' }];
    expect(measureInteraction(facts({ tags })).tags).toEqual([{ interactionId: 7, tagId: 4, name: 'vip' }]);
  });

  it.each([
    ['https://loja.example/a/b?token=1#x', 'loja.example/a/b'],
    ['http://loja.example:8080', 'loja.example:8080/'],
    ['https://ana:senha@loja.example/', 'loja.example/'],
    ['about:blank', ''],
    ['no address', ''],
    ['', ''],
    [`https://loja.example/${'a'.repeat(400)}`, `loja.example/${'a'.repeat(242)}`],
  ])('[Z143] of the page %s it keeps %s', (address, expected) => {
    expect(pageOf(address)).toBe(expected);
  });
});

describe('the filling of report rows', () => {
  const BROKEN = 13 as InteractionId;
  /** So many are not measured, and the one that is broken never can be. */
  function world(isUnavailable = false) {
    const left = new Set(Array.from({ length: 25 }, (_, place) => (25 - place) as InteractionId));
    const told: InteractionId[] = [];
    const past: PastReports = {
      missing: (except) => Promise.resolve([...left].filter((id) => !except.has(id)).slice(0, 10)),
      measure: (ids) => {
        if (isUnavailable || ids.includes(BROKEN)) return Promise.reject(new Error('broken'));
        for (const id of ids) left.delete(id);
        return Promise.resolve();
      },
    };
    const unmeasurable = new Set<InteractionId>();
    const fill = createFilling({
      past,
      unmeasurable,
      elapsed: () => 0,
      isUnavailable: () => isUnavailable,
      onUnmeasurable: (id) => told.push(id),
    });
    return { fill, left, told, unmeasurable };
  }

  it('[Z144] one that cannot be measured is told once, and holds up no other', async () => {
    const { fill, left, told, unmeasurable } = world();
    await fill();
    await fill();
    expect([...unmeasurable]).toEqual([BROKEN]);
    expect([...left]).toEqual([BROKEN]);
    expect(told).toEqual([BROKEN]);
  });

  it('[Z144] where nothing can be stored it is nobody’s fault, and is tried again', async () => {
    const { fill, left, told } = world(true);
    await expect(fill()).rejects.toThrow('broken');
    expect(left.size).toBe(25);
    expect(told).toEqual([]);
  });
});
