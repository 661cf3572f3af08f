import { it } from 'vitest';

import { CHANNELS, type Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { AgentCommand, Cast, Command, Happening, VisitorCommand } from './commands';
import { perform } from './perform';

const CAST: Cast = {
  visitors: 2,
  agents: [{ capacity: 1, channels: CHANNELS, departments: [] }],
  ringMs: 0,
  missedMax: 0,
  reserveAfterMs: 0,
  persistenceMs: 10_000,
  graceMs: 30_000,
};
const [ALONE] = CAST.agents;
if (ALONE === undefined) throw new Error('nobody attends');

const visitor = (kind: VisitorCommand['kind'], who = 0, channel: Channel = 'chat'): Command => ({
  by: 'visitor',
  kind,
  who,
  channel,
  department: 5,
});
const agent = (kind: AgentCommand['kind'], who = 0, which = 0): Command => ({
  by: 'agent',
  kind,
  who,
  which,
});
const happens = (kind: Happening['kind'], ms = 0): Command => ({ by: 'nobody', kind, ms });

const two = (capacity: number): Cast['agents'] => [
  { ...ALONE, capacity },
  { ...ALONE, capacity },
];

/** Lives that once broke a rule, each as short as it got. */
const FOUND: readonly (readonly [string, Partial<Cast>, readonly Command[]])[] = [
  [
    '[R10] [P4] a ring that resumes with nothing left, and two standstills before it passes',
    {
      agents: [
        { ...ALONE, capacity: 0 },
        { ...ALONE, capacity: 2 },
        { ...ALONE, capacity: 0 },
      ],
      ringMs: 5_000,
    },
    [
      { by: 'visitor', kind: 'request', who: 1, channel: 'chat', department: 2 },
      happens('pass', 6_092),
      visitor('vanish', 1),
      happens('pass', 909),
      happens('everybody-back'),
      agent('capacity', 0, 1),
      happens('outage', 4_000),
      agent('open'),
      happens('outage', 49_909),
      visitor('post'),
    ],
  ],
  [
    '[P6] [K8] the other tabs of a visitor are told of an interaction that begins and waits',
    { agents: [{ ...ALONE, capacity: 0 }] },
    [visitor('connect'), visitor('connect'), visitor('request')],
  ],
  [
    '[R8] [K8] an agent whose reserved call has come is told that no reservation is left',
    {},
    [visitor('request', 0, 'video'), visitor('request', 1, 'voice'), happens('pass', 5_000)],
  ],
  [
    '[P4] [K8] screens that stayed connected through a standstill are told the moved deadlines',
    { ringMs: 30_000 },
    [visitor('request'), happens('outage', 4_000)],
  ],
  [
    '[R5] [K8] the agent’s end of what the visitor ended long ago does not take the visitor out of a new one',
    { agents: two(1) },
    [visitor('request'), visitor('visitor-end'), visitor('request'), agent('end', 0)],
  ],
  [
    '[R13] [K8] a tab opened while the last agent is lost is told when they are back',
    {},
    [
      agent('disconnect'),
      happens('pass', 29_950),
      happens('outage', 4_900),
      visitor('connect'),
      agent('connect'),
    ],
  ],
  [
    '[R12] [K8] a tab opened between two announcements shows the place that the others were told',
    { agents: [{ ...ALONE, capacity: 0 }] },
    [
      visitor('request', 0),
      visitor('request', 1),
      visitor('disconnect', 0),
      happens('pass', 1_000),
      visitor('connect', 1),
      visitor('connect', 0),
    ],
  ],
  [
    '[R10] of two that rang out, the second stays when the first took the room that there was',
    { agents: two(2), ringMs: 5_000, missedMax: 1 },
    [visitor('request', 0), visitor('request', 1), happens('pass', 7_000)],
  ],
  [
    '[R10] [P4] a visitor lost right after a standstill does not have it charged to the ring',
    { agents: two(1), ringMs: 5_000 },
    [
      visitor('request', 0, 'video'),
      happens('outage', 4_500),
      visitor('disconnect'),
      happens('pass', 1_000),
      visitor('connect'),
      happens('pass', 3_000),
    ],
  ],
  [
    '[R14] [P4] an agent lost before two restarts in a row has neither charged to them',
    { agents: [{ ...ALONE, capacity: 0 }] },
    [
      agent('disconnect'),
      happens('restart', 3_001),
      happens('restart', 3_001),
      happens('pass', 28_000),
      agent('connect'),
      agent('transfer-agent'),
      agent('open'),
      happens('outage', 4_000),
    ],
  ],
];

it.each(FOUND)('%s', async (_, cast, commands) => {
  await perform({ ...CAST, ...cast }, commands);
});
