import type { DepartmentId, InteractionId, SiteId } from '../../../plugins/attendance/protocol/schemas/ids';
import {
  agentGroup,
  visitorGroup,
} from '../../../plugins/attendance/server/src/gateway/connection/channel-groups';
import {
  addDepartment,
  addSite,
  createMemoryDatabase,
  type MemoryDatabase,
} from '../../support/fakes/memory-database';
import { createMemoryAgentStore } from '../../support/fakes/memory-agents';
import { defaultSettings } from '../../support/fakes/memory-settings';
import { createMemoryVisitorStore } from '../../support/fakes/memory-visitors';
import type { Cast } from './commands';
import { watchAgents } from './judges/judge-agents';
import { judgeMessage } from './judges/judge-messages';
import { judgeRows, judgeSweep } from './judges/judge-sweep';
import { judgeTransition } from './judges/judge-transitions';
import { demand, type Ledger, type Wish } from './ledger';
import type { HistoryEvent } from './retell';
import { createService, type Listeners, type Service, type Watcher } from './service';
import { createSetClock, type SetClock } from './set-clock';
import { tellPanel, tellScreen, type Panel, type Screen } from './tabs';

/** The note of every transfer. */
export const FOR_THE_TEAM = 'só a equipe vê';
const SWEEP_MS = 1_000;
const START = 1_750_000_000_000;

/** One installation with its people, in set time. */
export interface Life {
  readonly database: MemoryDatabase;
  readonly ledger: Ledger;
  readonly clock: SetClock;
  readonly siteId: SiteId;
  readonly departmentIds: readonly DepartmentId[];
  readonly panels: Set<Panel>;
  readonly screens: Set<Screen>;
  service(): Service;
  /** Does what somebody wishes, and lets nothing else pass for it. */
  wishing<Result>(wishes: readonly Wish[], act: () => Promise<Result>): Promise<Result>;
  /** Time passes, with a sweep each second. */
  pass(ms: number): Promise<void>;
  /** Time passes while nothing of the service runs; the next sweep comes within a second after it. */
  beAway(ms: number): Promise<void>;
  /** The service starts anew on the same rows: nobody is connected. */
  restart(ms: number): Promise<void>;
}

export async function createLife(cast: Cast): Promise<Life> {
  const database = createMemoryDatabase({ ...defaultSettings(), ...settingsOf(cast) });
  const clock = createSetClock(START);
  const ledger: Ledger = {
    clock,
    settings: database.settings,
    cases: new Map(),
    histories: new Map(),
    workers: new Map(),
    guests: new Map(),
    owedRemovals: [],
    wishes: [],
    standstills: 0,
  };
  const siteId = addSite(database, 'Loja');
  const departmentIds = ['vendas', 'suporte'].map((key) => addDepartment(database, key));
  await engage(cast, database, ledger, departmentIds);
  await invite(cast, database, ledger, siteId);
  const panels = new Set<Panel>();
  const screens = new Set<Screen>();
  const open = (): Service =>
    createService({
      database,
      clock,
      listeners: listenersOf(clock, panels, screens),
      watcher: watcherOf(ledger),
      isAgentConnected: (id) => (ledger.workers.get(id)?.connections ?? 0) > 0,
    });
  let service = open();
  let nextSweepAt = START + SWEEP_MS;
  let hasBeaten = true;
  const sweep = async (): Promise<void> => {
    clock.beaten();
    hasBeaten = true;
    await service.sweep();
    nextSweepAt = clock.now() + SWEEP_MS;
    judgeRows(ledger, database);
    judgeSweep(ledger);
  };
  const begin = async (): Promise<void> => {
    clock.beaten();
    hasBeaten = true;
    await service.begin();
    nextSweepAt = clock.now() + SWEEP_MS;
  };
  /** Two outages with no beat between them are one to the service: it lives for a sweep between them. */
  const beat = async (): Promise<void> => {
    if (!hasBeaten) await sweep();
  };
  await begin();

  return {
    database,
    ledger,
    clock,
    siteId,
    departmentIds,
    panels,
    screens,
    service: () => service,
    wishing: async (wishes, act) => {
      ledger.wishes = wishes;
      const result = await act();
      ledger.wishes = [];
      return result;
    },
    pass: async (ms) => {
      const end = clock.now() + ms;
      while (clock.now() < end) {
        clock.pass(Math.min(end, nextSweepAt) - clock.now());
        if (clock.now() >= nextSweepAt) await sweep();
      }
    },
    beAway: async (ms) => {
      await beat();
      clock.beAway(ms);
      nextSweepAt = clock.now() + (ms % SWEEP_MS);
      hasBeaten = false;
      ledger.standstills += 1;
    },
    restart: async (ms) => {
      await beat();
      clock.beAway(ms);
      panels.clear();
      screens.clear();
      loseEverybody(ledger);
      service = open();
      await begin();
    },
  };
}

function settingsOf({ graceMs, missedMax, persistenceMs, reserveAfterMs, ringMs }: Cast) {
  return { graceMs, missedMax, persistenceMs, reserveAfterMs, ringMs };
}

async function engage(
  { agents }: Cast,
  database: MemoryDatabase,
  { workers }: Ledger,
  departmentIds: readonly DepartmentId[],
): Promise<void> {
  const store = createMemoryAgentStore(database);
  for (const [index, { capacity, channels, departments }] of agents.entries()) {
    const { id, publicName } = await store.ensure(index + 1, `Agent ${index + 1}`);
    const theirs = departmentIds.filter((_, place) => departments.includes(place));
    const fields = { capacity, channels: [...channels], departmentIds: theirs };
    await store.update(id, { version: 0, publicName, ...fields });
    workers.set(id, {
      id,
      ...fields,
      name: publicName,
      isOnline: false,
      connections: 0,
      lastAssignedAt: 0,
      lostSince: null,
      missedInARow: 0,
      reservedFor: null,
    });
  }
}

async function invite(
  { visitors }: Cast,
  database: MemoryDatabase,
  { guests }: Ledger,
  siteId: SiteId,
): Promise<void> {
  const store = createMemoryVisitorStore(database);
  for (let count = 0; count < visitors; count += 1) {
    const { visitor } = await store.create(siteId, { name: `Visitor ${count + 1}` }, null, START);
    guests.set(visitor.id, {
      id: visitor.id,
      connections: 0,
      awaySince: START,
      backSince: 0,
      lastAgentId: null,
    });
  }
}

/** The connections are gone; from the next start on everybody is away, and rings rest. */
function loseEverybody({ cases, clock, guests, workers }: Ledger): void {
  const now = clock.charged();
  for (const guest of guests.values()) {
    guest.connections = 0;
    guest.awaySince ??= now;
  }
  for (const worker of workers.values()) {
    worker.connections = 0;
    worker.lostSince ??= now;
  }
  for (const known of cases.values()) {
    if (known.ringsSince !== null) known.heardMs += now - known.ringsSince;
    known.ringsSince = null;
  }
}

/** [K9] Facts reach the tabs of their group, and no others. */
function listenersOf(clock: SetClock, panels: Set<Panel>, screens: Set<Screen>): Listeners {
  return {
    tellVisitors: (group, fact, payload) => {
      demand(!JSON.stringify(payload).includes(FOR_THE_TEAM), '[R15] a note reached the visitor', { fact });
      for (const panel of panels)
        if (group === null || group === visitorGroup(panel.visitorId)) tellPanel(panel, fact, payload);
    },
    tellAgents: (group, fact, payload) => {
      for (const screen of screens)
        if (group === null || group === agentGroup(screen.agentId))
          tellScreen(screen, fact, payload, clock.now());
    },
  };
}

function note({ histories }: Ledger, id: InteractionId, event: HistoryEvent): void {
  const history = histories.get(id) ?? [];
  history.push(event);
  histories.set(id, history);
}

function watcherOf(ledger: Ledger): Watcher {
  return {
    watchAgents: (agents) => watchAgents(ledger, agents),
    publisher: {
      transitioned: (transition) => {
        const { interaction } = transition.stored;
        const lines = transition.lines.flatMap((one) => (one.side === 'system' ? [one.line] : []));
        // Wishes are what the people of the life just did: no word of the service's own.
        const isSupervisors = ledger.wishes.some(
          ({ interactionId, kind }) => kind === 'supervisor-end' && interactionId === interaction.id,
        );
        const told = { kind: 'told', at: ledger.clock.now(), interaction, lines, isSupervisors } as const;
        note(ledger, interaction.id, told);
        judgeTransition(ledger, transition);
      },
      messagePosted: (id, participants, message) => {
        if (message.side !== 'system')
          note(ledger, id, { kind: 'said', at: ledger.clock.now(), side: message.side });
        judgeMessage(ledger, id, participants, message);
      },
      removed: (agentId, interactionId, reason) => {
        const index = ledger.owedRemovals.indexOf(`${agentId}/${interactionId}/${reason}`);
        demand(index >= 0, '[K7] told twice that it left its agent', { agentId, interactionId, reason });
        ledger.owedRemovals.splice(index, 1);
      },
    },
  };
}
