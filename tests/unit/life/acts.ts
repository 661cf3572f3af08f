import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { AgentId, InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { NewMessage } from '../../../plugins/attendance/server/src/application/messages/ports';
import type { CallCommand, Caller } from '../../../plugins/attendance/server/src/domain/interactions/call';
import { toVisitorInteraction } from '../../../plugins/attendance/server/src/presenters/interaction';
import { toVisitorPage } from '../../../plugins/attendance/server/src/presenters/message';
import { reduce as reduceScreen } from '../../../admin/src/model/reduce';
import { reduce as reducePanel } from '../../../widget/app/model/reduce';
import type { CallAct } from './commands';
import { isLive } from './judges/judge-transitions';
import { demand, guestOf, heldBy, workerOf, type Case } from './ledger';
import type { Life } from './life';
import { agentSnapshot, openPanel, openScreen, visitorSnapshot, type Panel, type Screen } from './tabs';

/** The page that all visitors are on. */
const PAGE = { url: 'https://shop.example/', title: '', referrer: '' };

const NOTHING_CAPTURED = {
  originUrl: PAGE.url,
  originTitle: PAGE.title,
  currentUrl: PAGE.url,
  currentTitle: PAGE.title,
  referrer: PAGE.referrer,
  language: 'pt-BR',
  browser: '',
  operatingSystem: '',
  ip: '',
};

export function panelOf({ panels }: Life, id: VisitorId): Panel | undefined {
  return [...panels].find(({ visitorId }) => visitorId === id);
}

export function screenOf({ screens }: Life, id: AgentId): Screen | undefined {
  return [...screens].find(({ agentId }) => agentId === id);
}

export function liveOf({ ledger }: Life, id: VisitorId): Case | undefined {
  return [...ledger.cases.values()].find((known) => known.visitorId === id && isLive(known));
}

/** A tab is opened, or comes back: as the gateway does it. */
export async function connectVisitor(life: Life, id: VisitorId): Promise<void> {
  const { clock, ledger, siteId } = life;
  const guest = guestOf(ledger, id);
  guest.connections += 1;
  if (guest.awaySince !== null) {
    guest.awaySince = null;
    guest.backSince = clock.charged();
    const live = liveOf(life, id);
    if (live?.state === 'held' && !live.isOpened) live.ringsSince = clock.charged();
  }
  await life.service().visitorPresence.comeBack({ site: { id: siteId }, visitorId: id, page: PAGE });
  life.panels.add(openPanel(id, await visitorSnapshot(life.service(), siteId, id, null, clock.now())));
}

export async function disconnectVisitor(life: Life, id: VisitorId): Promise<void> {
  const { clock, ledger, panels, siteId } = life;
  const panel = panelOf(life, id);
  if (panel === undefined) return;
  panels.delete(panel);
  const guest = guestOf(ledger, id);
  guest.connections -= 1;
  if (guest.connections > 0) return;
  guest.awaySince = clock.charged();
  const live = liveOf(life, id);
  if (live !== undefined && live.ringsSince !== null) {
    live.heardMs += clock.charged() - live.ringsSince;
    live.ringsSince = null;
  }
  await life.service().visitorPresence.leave({ site: { id: siteId }, visitorId: id, page: PAGE });
}

/** From every tab at once, where there are several [P3]. */
export async function request(
  life: Life,
  id: VisitorId,
  channel: Channel,
  department: number,
): Promise<void> {
  const { departmentIds, siteId } = life;
  if (panelOf(life, id) === undefined) await connectVisitor(life, id);
  const { attend, presenceOf, messages, queueBoard } = life.service();
  const tabs = [...life.panels].filter(({ visitorId }) => visitorId === id);
  const departmentId = departmentIds[department] ?? null;
  const captured = NOTHING_CAPTURED;
  const answer = async (panel: Panel): Promise<InteractionId> => {
    const stored = await attend.request({ siteId, visitorId: id, departmentId, channel, captured });
    const { interaction } = stored;
    if (interaction.status === 'waiting') await queueBoard.refresh();
    const page = toVisitorPage(
      await messages.before(interaction.id, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage),
    );
    panel.state = reducePanel(panel.state, {
      type: 'interaction:answered',
      data: {
        token: null,
        interaction: toVisitorInteraction(stored, queueBoard.placeOf(interaction.id), presenceOf),
        messages: page.messages,
        known: [],
        visitorEmail: '',
      },
    });
    return interaction.id;
  };
  const ids = await Promise.all(tabs.map(answer));
  demand(new Set(ids).size === 1, '[P3] two tabs got two', { ids });
}

export async function connectAgent(life: Life, id: AgentId): Promise<void> {
  const { clock, ledger, screens } = life;
  const { agents, attend } = life.service();
  const worker = workerOf(ledger, id);
  worker.connections += 1;
  worker.lostSince = null;
  if (worker.connections === 1) await agents.setLost(id, null);
  screens.add(openScreen(id, await agentSnapshot(life.service(), id, clock.now()), clock.now()));
  await attend.assignWaiting();
}

export async function disconnectAgent(life: Life, id: AgentId): Promise<void> {
  const { clock, ledger, screens } = life;
  const screen = screenOf(life, id);
  if (screen === undefined) return;
  screens.delete(screen);
  const worker = workerOf(ledger, id);
  worker.connections -= 1;
  if (worker.connections > 0) return;
  worker.lostSince = clock.charged();
  await life.service().agents.setLost(id, clock.now());
}

export async function setPresence(life: Life, id: AgentId, presence: 'online' | 'offline'): Promise<void> {
  await life.service().attend.setPresence(id, presence);
  await life.service().announceSelf(id);
}

export async function open(life: Life, screen: Screen, held: Case): Promise<void> {
  const { attend, interactions, messages } = life.service();
  const { agentId } = screen;
  // A call is opened by answering it; selecting its row only shows it [S9].
  if (held.channel !== 'chat' && !held.isOpened) await callAct(life, { agentId }, held, 'call-answer');
  const outcome = await life.wishing([{ kind: 'open', interactionId: held.id }], () =>
    attend.transition(held.id, { kind: 'open', agentId }),
  );
  demand(outcome.ok, '[S9] its agent could not open it', { id: held.id });
  const [stored] = (await interactions.heldBy(agentId)).filter(
    ({ interaction }) => interaction.id === held.id,
  );
  const page = await messages.before(held.id, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage);
  demand(stored !== undefined, '[S9] opened and gone', { id: held.id });
  screen.state = reduceScreen(screen.state, {
    type: 'messages:listed',
    interactionId: held.id,
    messages: page.messages,
  });
}

/** A refusal is as good as any answer here: what was told, and what was not, is judged. */
export async function callAct(
  life: Life,
  who: { readonly agentId?: AgentId },
  known: Case,
  kind: CallAct,
): Promise<void> {
  const { attend } = life.service();
  const by: Caller =
    who.agentId === undefined ? { side: 'visitor' } : { side: 'agent', agentId: who.agentId };
  const command = toCallCommand(kind, by, `room ${known.id} ${life.clock.now()}`);
  const outcome = await life.wishing([{ kind, interactionId: known.id }], () =>
    attend.transition(known.id, command),
  );
  demand(outcome.ok || outcome.code === 'conflict', '[M1] refused strangely', { id: known.id, kind });
}

function toCallCommand(kind: CallAct, by: Caller, room: string): CallCommand {
  if (kind === 'call-ask') return { kind, by, medium: 'video' };
  return kind === 'call-answer' ? { kind, by, room, provider: 'direct' } : { kind, by };
}

export async function end(life: Life, agentId: AgentId, held: Case, isVisitorToo = false): Promise<void> {
  const { attend } = life.service();
  const interactionId = held.id;
  const wishes = [
    { kind: 'agent-end' as const, interactionId },
    ...(isVisitorToo ? [{ kind: 'visitor-end' as const, interactionId }] : []),
  ];
  const outcomes = await life.wishing(wishes, () =>
    Promise.all([
      ...(isVisitorToo ? [attend.transition(interactionId, { kind: 'visitor-end' })] : []),
      attend.transition(interactionId, { kind: 'agent-end', agentId }),
    ]),
  );
  demand(
    outcomes.every(({ ok }) => ok),
    '[A6] the end was refused',
    { id: interactionId },
  );
}

/** Stored once, or refused because the visitor's side is over. */
export async function post(life: Life, message: NewMessage): Promise<number | null> {
  const known = life.ledger.cases.get(message.interactionId);
  const wasLive = known !== undefined && isLive(known);
  const outcome = await life.service().attend.post(message);
  demand(outcome.ok === wasLive, '[C3] stored after the end, or refused before it', { ...outcome });
  return outcome.ok ? outcome.data.message.sequence : null;
}

export function nthHeld({ ledger }: Life, agentId: AgentId, which: number): Case | undefined {
  const held = heldBy(ledger, agentId);
  return held[which % Math.max(1, held.length)];
}
