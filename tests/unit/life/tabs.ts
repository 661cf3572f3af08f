import { isDeepStrictEqual } from 'node:util';

import { INITIAL_STATE as EMPTY_SCREEN, type State as ScreenState } from '../../../admin/src/model/state';
import type { FactAction as ScreenFact } from '../../../admin/src/model/actions';
import { reduce as reduceScreen } from '../../../admin/src/model/reduce';
import type { AgentFactPayload, VisitorFactPayload } from '../../../plugins/attendance/protocol/wire/events';
import type {
  AgentId,
  InteractionId,
  SiteId,
  VisitorId,
} from '../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { findGap } from '../../../plugins/attendance/protocol/rules/transcript';
import { toAgentSelf } from '../../../plugins/attendance/server/src/presenters/agent';
import {
  toAgentInteraction,
  toQueue,
  toVisitorInteraction,
} from '../../../plugins/attendance/server/src/presenters/interaction';
import { toVisitorPage } from '../../../plugins/attendance/server/src/presenters/message';
import type { FactAction as PanelFact } from '../../../widget/app/model/actions';
import { reduce as reducePanel } from '../../../widget/app/model/reduce';
import type { State as PanelState } from '../../../widget/app/model/state';
import { NEW_PANEL } from '../widget/builders';
import { demand } from './ledger';
import type { Service } from './service';

/** One tab of a visitor: the widget's own reducer over what the service told it since its snapshot. */
export interface Panel {
  readonly visitorId: VisitorId;
  state: PanelState;
}

/** One tab of an agent. */
export interface Screen {
  readonly agentId: AgentId;
  state: ScreenState;
}

export function tellPanel(panel: Panel, type: string, fact: unknown): void {
  panel.state = reducePanel(panel.state, { type, fact } as PanelFact);
}

export function tellScreen(screen: Screen, type: string, fact: unknown, at: number): void {
  screen.state = reduceScreen(screen.state, { type, fact, at } as ScreenFact);
}

export async function visitorSnapshot(
  service: Service,
  siteId: SiteId,
  visitorId: VisitorId,
  shownId: InteractionId | null,
  now: number,
): Promise<VisitorFactPayload<'snapshot'>> {
  const { interactions, messages, queueBoard } = service;
  const live = await interactions.findLive(siteId, visitorId);
  const stored = live ?? (shownId === null ? null : await interactions.find(shownId));
  const id = stored?.interaction.id;
  const page =
    id === undefined
      ? null
      : toVisitorPage(await messages.before(id, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage));
  return {
    serverNow: now,
    ...(await service.availability()),
    isRecognised: true,
    token: null,
    visitorName: '',
    visitorEmail: '',
    known: [],
    siteVersion: 0,
    interaction:
      stored === null
        ? null
        : toVisitorInteraction(stored, queueBoard.placeOf(stored.interaction.id), service.presenceOf),
    messages: page?.messages ?? [],
  };
}

export async function agentSnapshot(
  { agents, interactions }: Service,
  agentId: AgentId,
  now: number,
): Promise<AgentFactPayload<'snapshot'>> {
  const self = await agents.find(agentId);
  if (self === null) throw new Error('no such agent');
  return {
    serverNow: now,
    self: toAgentSelf(self, false),
    interactions: (await interactions.heldBy(agentId)).flatMap(
      (stored) => toAgentInteraction(stored, true) ?? [],
    ),
    queue: toQueue(await interactions.waiting()),
    offlineMessages: [],
    tools: { cannedResponses: [], tags: [], fields: [] },
  };
}

export function openPanel(visitorId: VisitorId, snapshot: VisitorFactPayload<'snapshot'>): Panel {
  const panel: Panel = { visitorId, state: { ...NEW_PANEL, resumedId: snapshot.interaction?.id ?? null } };
  tellPanel(panel, 'snapshot', snapshot);
  return panel;
}

export function openScreen(agentId: AgentId, snapshot: AgentFactPayload<'snapshot'>, now: number): Screen {
  const screen: Screen = { agentId, state: EMPTY_SCREEN };
  tellScreen(screen, 'snapshot', snapshot, now);
  return screen;
}

/** [K8] What a visitor's tab holds is what a tab opened now would hold. */
export async function judgePanel(service: Service, siteId: SiteId, panel: Panel, now: number): Promise<void> {
  const shownId = panel.state.interaction?.id ?? null;
  const fresh = openPanel(
    panel.visitorId,
    await visitorSnapshot(service, siteId, panel.visitorId, shownId, now),
  );
  await fillPanel(service, panel);
  const [held, wanted] = [panel.state, fresh.state];
  demand((held.interaction?.revision ?? 0) <= (wanted.interaction?.revision ?? 0), '[K8] from the future');
  demand(
    isDeepStrictEqual(panelView(held), panelView(wanted)),
    '[K8] a visitor’s tab is not what a snapshot says',
    { held: panelView(held), wanted: panelView(wanted) },
  );
}

/** A message tells the sequence by itself and no revision: both are the reducer's own business. */
function panelView({ availability, interaction, messages }: PanelState) {
  const lastSequence = Math.max(interaction?.lastSequence ?? 0, messages.at(-1)?.sequence ?? 0);
  return {
    availability,
    messages,
    interaction: interaction && { ...interaction, lastSequence, revision: 0 },
  };
}

/** A gap asks for what is missing [C3]. */
async function fillPanel({ messages }: Service, panel: Panel): Promise<void> {
  const { interaction } = panel.state;
  if (interaction === null) return;
  const gap = findGap(panel.state.messages, interaction.lastSequence);
  if (gap === null) return;
  const page = toVisitorPage(await messages.after(interaction.id, gap, LIMITS.transcriptPage));
  panel.state = reducePanel(panel.state, {
    type: 'messages:listed',
    interactionId: interaction.id,
    messages: page.messages,
  });
}

/** [K8] The same of an agent's tab, and [K2] its transcripts are the stored ones, line by line. */
export async function judgeScreen(service: Service, screen: Screen, now: number): Promise<void> {
  const fresh = openScreen(screen.agentId, await agentSnapshot(service, screen.agentId, now), now);
  for (const { id, unreadCount } of fresh.state.interactions.values()) judgeUnread(screen, id, unreadCount);
  const [held, wanted] = [screenView(screen.state), screenView(fresh.state)];
  demand(isDeepStrictEqual(held, wanted), '[K8] an agent’s tab is not what a snapshot says', {
    held,
    wanted,
  });
  for (const [id, { isLoaded, messages }] of screen.state.transcripts) {
    if (!isLoaded) continue;
    const stored = (await service.messages.after(id, 0, Number.MAX_SAFE_INTEGER)).messages;
    const missing = findGap(messages, stored.length);
    const whole = missing === null ? messages : [...messages, ...stored.slice(missing)];
    demand(isDeepStrictEqual(whole, stored), '[K2] a transcript in another order', { id });
  }
}

/** [K8] The texts unread are those that a snapshot counts; where their lines are not all here, never fewer. */
function judgeUnread({ state }: Screen, id: InteractionId, wanted: number): void {
  const interaction = state.interactions.get(id);
  if (interaction === undefined) return;
  const { lastSequence, receipts, unreadCount } = interaction;
  const beyond = (state.transcripts.get(id)?.messages ?? []).filter(
    ({ sequence }) => sequence > receipts.agent.read,
  );
  const isHeld = beyond.length >= lastSequence - receipts.agent.read;
  demand(isHeld ? unreadCount === wanted : unreadCount >= wanted, '[K8] how many are unread', {
    id,
    isHeld,
    unreadCount,
    wanted,
  });
}

function screenView({ interactions, queue, self }: ScreenState) {
  const ordered = [...interactions.values()].sort((a, b) => a.id - b.id);
  return { self, queue, interactions: ordered.map(({ unreadCount: _, ...interaction }) => interaction) };
}
