import type { AgentId, DepartmentId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Side } from '../../../plugins/attendance/protocol/schemas/scalars';
import type { NewMessage } from '../../../plugins/attendance/server/src/application/messages/ports';
import * as acts from './acts';
import type { AgentCommand, Cast, Command, VisitorCommand } from './commands';
import { judgePresence, judgeReports, judgeUnions } from './judges/judge-reports';
import { judgeRows } from './judges/judge-sweep';
import { demand, eligibleFor, isSuited, queueOf, workerOf, type Case } from './ledger';
import { createLife, type Life } from './life';
import { judgePanel, judgeScreen } from './tabs';
import { isSupervisorAct, supervise } from './supervise';
import { transfer } from './transfers';

interface Memory {
  count: number;
  last: { readonly message: NewMessage; readonly sequence: number } | null;
}

/** A whole life: everybody at work, what the commands say, quiet in which all tabs agree, and every queue worked off. */
export async function perform(cast: Cast, commands: readonly Command[]): Promise<void> {
  const life = await createLife(cast);
  for (const id of life.ledger.workers.keys()) await attendNow(life, id);
  const memory: Memory = { count: 0, last: null };
  for (const command of commands) {
    await obey(life, memory, command);
    judgeRows(life.ledger, life.database);
    judgePresence(life.ledger, life.database);
    // No two things that people do are of one millisecond: then nobody could say which was first.
    await life.pass(1);
  }
  await settle(life);
  await workOff(life);
  await settle(life);
  judgePresence(life.ledger, life.database);
  judgeReports(life.ledger, life.database);
  await judgeUnions(life.ledger, life.database);
}

async function obey(life: Life, memory: Memory, command: Command): Promise<void> {
  if (command.by === 'visitor') return obeyVisitor(life, memory, command);
  if (command.by === 'agent') return obeyAgent(life, memory, command);
  switch (command.kind) {
    case 'pass':
      return life.pass(command.ms);
    case 'outage':
      return life.beAway(command.ms);
    case 'restart':
      return life.restart(command.ms);
    case 'repeat':
      return repeat(life, memory);
    case 'everybody-back':
      return bringBack(life);
  }
}

async function obeyVisitor(life: Life, memory: Memory, command: VisitorCommand): Promise<void> {
  const ids = [...life.ledger.guests.keys()];
  const id = ids[command.who % ids.length] as VisitorId;
  if (command.kind === 'request') return acts.request(life, id, command.channel, command.department);
  if (command.kind === 'connect') return acts.connectVisitor(life, id);
  if (command.kind === 'disconnect') return acts.disconnectVisitor(life, id);
  if (command.kind === 'vanish') {
    while (acts.panelOf(life, id) !== undefined) await acts.disconnectVisitor(life, id);
    return;
  }
  const live = acts.liveOf(life, id) ?? lastOf(life, id);
  if (live === undefined || acts.panelOf(life, id) === undefined) return;
  const { attend } = life.service();
  const interactionId = live.id;
  memory.count += 1;
  switch (command.kind) {
    case 'post':
      return say(life, memory, live, { side: 'visitor', visitorId: id });
    case 'visitor-end':
    case 'cancel': {
      const { kind } = command;
      await life.wishing([{ kind, interactionId }], () => attend.transition(interactionId, { kind }));
      return;
    }
    case 'page': {
      const page = { url: `https://shop.example/${memory.count}`, title: '', referrer: '' };
      return attend.reportPage(life.siteId, id, page);
    }
    case 'read':
      return read(life, memory, live, 'visitor');
    default:
      return acts.callAct(life, {}, live, command.kind);
  }
}

function lastOf({ ledger }: Life, id: VisitorId): Case | undefined {
  return [...ledger.cases.values()].findLast(({ visitorId }) => visitorId === id);
}

async function obeyAgent(life: Life, memory: Memory, command: AgentCommand): Promise<void> {
  const ids = [...life.ledger.workers.keys()];
  const id = ids[command.who % ids.length] as AgentId;
  if (command.kind === 'connect') return acts.connectAgent(life, id);
  if (command.kind === 'disconnect') return acts.disconnectAgent(life, id);
  const screen = acts.screenOf(life, id);
  if (command.kind === 'capacity') return setCapacity(life, id, command.which);
  if (screen === undefined) return;
  if (command.kind === 'online' || command.kind === 'offline')
    return acts.setPresence(life, id, command.kind);
  if (isSupervisorAct(command.kind)) return supervise(life, id, command.kind, command.which);
  const held = acts.nthHeld(life, id, command.which);
  if (held === undefined) return;
  memory.count += 1;
  switch (command.kind) {
    case 'open':
      return acts.open(life, screen, held);
    case 'end':
    case 'both-end':
      return acts.end(life, id, held, command.kind === 'both-end');
    case 'post':
      return say(life, memory, held, {
        side: 'agent',
        agentId: id,
        agentName: workerOf(life.ledger, id).name,
      });
    case 'read':
      return read(life, memory, held, 'agent');
    case 'transfer-agent': {
      const agentId = ids[(command.who + 1 + command.which) % ids.length] as AgentId;
      return transfer(life, id, held, { kind: 'agent', agentId });
    }
    case 'transfer-department': {
      const departmentId = life.departmentIds[command.which % life.departmentIds.length] as DepartmentId;
      return transfer(life, id, held, { kind: 'department', departmentId });
    }
    default:
      return acts.callAct(life, { agentId: id }, held, command.kind);
  }
}

async function say(life: Life, memory: Memory, known: Case, author: NewMessage['author']): Promise<void> {
  const name = `message-${memory.count}`;
  const message = { interactionId: known.id, clientMessageId: name, body: name, author };
  const sequence = await acts.post(life, message);
  if (sequence !== null) memory.last = { message, sequence };
}

/** [C3] The acknowledgement was lost: the same message is sent again. */
async function repeat(life: Life, { last }: Memory): Promise<void> {
  if (last === null) return;
  const outcome = await life.service().attend.post(last.message);
  // Its agent may be another by now: then it is not theirs to repeat.
  if (!outcome.ok) return demand(outcome.code === 'not_found', '[C3] a retry was refused', outcome);
  const { isNew, message } = outcome.data;
  demand(!isNew && message.sequence === last.sequence, '[C3] a retry was stored again', last);
}

/** Up to the last line, or to one a little before it: something may have come after what was on the screen. */
async function read(life: Life, { count }: Memory, known: Case, side: Side): Promise<void> {
  const { interactions, publisher } = life.service();
  const stored = await interactions.find(known.id);
  if (stored === null) return;
  const sequence = Math.max(0, known.lastSequence - (count % 3));
  const receipts = await interactions.advanceWatermark(known.id, side, 'read', sequence);
  if (receipts !== null) publisher.receiptAdvanced(stored, side, receipts);
}

async function setCapacity(life: Life, id: AgentId, capacity: number): Promise<void> {
  const { agents, announceSelf, attend } = life.service();
  const worker = workerOf(life.ledger, id);
  const profile = (await agents.profiles()).find((one) => one.id === id);
  worker.capacity = capacity;
  await agents.update(id, {
    version: profile?.version ?? 0,
    publicName: worker.name,
    capacity,
    channels: [...worker.channels],
    departmentIds: [...worker.departmentIds],
  });
  await announceSelf(id);
  await attend.assignWaiting();
}

/** Whoever has something at stake reconnects, as their browsers do by themselves. */
async function bringBack(life: Life): Promise<void> {
  for (const id of life.ledger.guests.keys())
    if (acts.liveOf(life, id) !== undefined && acts.panelOf(life, id) === undefined)
      await acts.connectVisitor(life, id);
  for (const id of life.ledger.workers.keys())
    if (acts.screenOf(life, id) === undefined) await acts.connectAgent(life, id);
}

async function attendNow(life: Life, id: AgentId): Promise<void> {
  if (acts.screenOf(life, id) === undefined) await acts.connectAgent(life, id);
  if (!workerOf(life.ledger, id).isOnline) await acts.setPresence(life, id, 'online');
}

/** [K8] Quiet for longer than anything is held back: then every tab shows what one opened now would. */
async function settle(life: Life): Promise<void> {
  await life.pass(5_000);
  const now = life.clock.now();
  for (const panel of life.panels) await judgePanel(life.service(), life.siteId, panel, now);
  for (const screen of life.screens) await judgeScreen(life.service(), screen, now);
}

const ROUNDS_MAX = 12;

/** [R8] [R9] Agents open and end what they are given: whoever they attend at all is served in the end. */
async function workOff(life: Life): Promise<void> {
  const { ledger } = life;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (const [id, worker] of ledger.workers) {
      await attendNow(life, id);
      if (worker.capacity === 0) await setCapacity(life, id, 1);
      const screen = acts.screenOf(life, id);
      if (screen === undefined) continue;
      for (let held = acts.nthHeld(life, id, 0); held !== undefined; held = acts.nthHeld(life, id, 0)) {
        await acts.open(life, screen, held);
        await acts.end(life, id, held);
      }
    }
    await life.pass(1_000);
    if (queueOf(ledger).length === 0) break;
  }
  const left = queueOf(ledger).filter((known) =>
    [...ledger.workers.values()].some((worker) => isSuited(worker, known)),
  );
  demand(left.length === 0, '[R8] never served', {
    left: left.map(({ id }) => [id, eligibleFor(ledger, left[0] as Case).length]),
  });
}
