import type { Answer } from '../../../../protocol/shared/errors';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { supervisionCommands } from '../../../../protocol/supervision/supervision-events';
import type { StoredAgent } from '../../application/agents/ports';
import type { InteractionReader } from '../../application/interactions/ports';
import { latestMessages } from '../../application/messages/list-messages';
import type { MessageReader } from '../../application/messages/ports';
import type { LiveBoard } from '../../application/supervision/board';
import type { Supervision } from '../../application/supervision/supervise';
import type { AgentTools } from '../../application/tools/tools';
import { toLiveInteraction } from '../../presenters/board';
import { toAgentInteraction, toSupervisedInteraction } from '../../presenters/interaction';
import { toAgentPage } from '../../presenters/message';
import { refusal, toAnswer, type Handlers } from '../connection/answer';
import { followersGroup } from '../connection/channel-groups';
import type { Followings } from '../connection/followings';
import type { SignedAgent } from '../connection/signed-agents';
import type { Snapshots } from '../connection/snapshots';
import type { BoardPublisher } from '../publish/publish-board';
import type { FollowersPublisher } from '../publish/publish-followed';

export interface SupervisionCommandPorts {
  readonly supervision: Supervision;
  readonly liveBoard: Pick<LiveBoard, 'search'>;
  readonly boardPublisher: Pick<BoardPublisher, 'unwatch' | 'watch'>;
  readonly followings: Followings;
  readonly followersPublisher: Pick<FollowersPublisher, 'followersChanged'>;
  readonly interactions: Pick<InteractionReader, 'find'>;
  readonly messages: MessageReader;
  readonly tools: Pick<AgentTools, 'notesOf'>;
  /** Reads what a connection that begins to follow is given, so that no fact is lost between. */
  readonly readSnapshot: Snapshots['send'];
}

type Commands = typeof supervisionCommands;

/**
 * Creates the handlers of supervisors' commands [R17, D3], every one of them behind the same gate: the permission as it is when the command comes, and
 * once more before anything of it is sent from then on.
 */
export function createSupervisionHandlers(
  ports: SupervisionCommandPorts,
  agent: SignedAgent,
  self: () => Promise<StoredAgent>,
): Handlers<Commands> {
  const { boardPublisher, followersPublisher, followings, liveBoard, supervision } = ports;
  const { connectionId } = agent;
  const isSupervisor = (): boolean => agent.session.isSupervisor;
  return forSupervisors(isSupervisor, {
    'board:watch': async () => {
      const board = await boardPublisher.watch(connectionId);
      if (board === null) return refusal('unavailable');
      return isSupervisor() ? { ok: true, data: { board } } : refusal('forbidden');
    },
    'board:unwatch': () => {
      boardPublisher.unwatch(connectionId);
      return Promise.resolve({ ok: true, data: {} });
    },
    'supervision:search': async ({ text }) => {
      const { hasMore, interactions } = await liveBoard.search(text);
      if (!isSupervisor()) return refusal('forbidden');
      return { ok: true, data: { interactions: interactions.map(toLiveInteraction), hasMore } };
    },
    'supervision:follow': ({ interactionId }) => follow(ports, agent, self, interactionId),
    'supervision:unfollow': ({ interactionId }) => {
      if (followings.end(interactionId, connectionId)) followersPublisher.followersChanged(interactionId);
      return Promise.resolve({ ok: true, data: {} });
    },
    'supervision:whisper': async (command) => {
      const line = { ...command, agentId: agent.id, agentName: (await self()).publicName };
      return toAnswer(await supervision.whisper(line, connectionId), (note) => ({ note }));
    },
    'supervision:take-over': async ({ interactionId }) => {
      const answer = toAnswer(await supervision.takeOver(interactionId, await self()), (stored) =>
        toAgentInteraction(stored, agent.session.canSeeIp),
      );
      if (!answer.ok) return answer;
      const interaction = answer.data;
      return interaction === null ? refusal('not_found') : { ok: true, data: { interaction } };
    },
    'supervision:put-back': async ({ interactionId }) =>
      toAnswer(await supervision.putBack(interactionId, await self()), () => ({})),
    'supervision:end': async ({ closingNote = '', interactionId }) =>
      toAnswer(await supervision.end(interactionId, await self(), closingNote), () => ({})),
    'supervision:set-offline': async ({ agentId, reason }) =>
      toAnswer(await supervision.setOffline(agentId, await self(), reason), () => ({})),
  });
}

type Handle = (payload: never) => Promise<Answer<unknown>>;

/** Puts each handler behind the permission to supervise. */
function forSupervisors(isSupervisor: () => boolean, handlers: Handlers<Commands>): Handlers<Commands> {
  const gated = Object.entries<Handle>(handlers).map(([name, handle]): [string, Handle] => [
    name,
    (payload) => (isSupervisor() ? handle(payload) : Promise.resolve(refusal('forbidden'))),
  ]);
  return Object.fromEntries(gated) as unknown as Handlers<Commands>;
}

async function follow(
  ports: SupervisionCommandPorts,
  agent: SignedAgent,
  self: () => Promise<StoredAgent>,
  interactionId: InteractionId,
): ReturnType<Handlers<Commands>['supervision:follow']> {
  const { followersPublisher, followings, interactions, messages, readSnapshot, supervision, tools } = ports;
  const by = await self();
  // Another tab of theirs that follows it was noted.
  const isNoted = !followings.isFollowedBy(interactionId, agent.id);
  const outcome = await supervision.read(interactionId, by, isNoted);
  if (!outcome.ok) return refusal(outcome.code);
  if (!agent.session.isSupervisor) return refusal('forbidden');
  if (!followings.begin(interactionId, { agent, name: by.publicName })) return refusal('unavailable');
  let answer: Awaited<ReturnType<Handlers<Commands>['supervision:follow']>> = refusal('conflict');
  try {
    await readSnapshot(
      followersGroup(interactionId),
      () =>
        Promise.all([
          interactions.find(interactionId),
          latestMessages(messages, interactionId),
          tools.notesOf(interactionId),
        ]),
      ([stored, page, notes]) => {
        const { canSeeIp, isSupervisor } = agent.session;
        const interaction = stored === null ? null : toSupervisedInteraction(stored, canSeeIp);
        // While it was read, the permission may have been withdrawn, and the following have ended.
        if (!isSupervisor) answer = refusal('forbidden');
        else if (interaction !== null && followings.has(interactionId, agent.connectionId))
          answer = { ok: true, data: { interaction, ...toAgentPage(page), notes } };
      },
    );
  } finally {
    if (!answer.ok) followings.end(interactionId, agent.connectionId);
    followersPublisher.followersChanged(interactionId);
  }
  return answer;
}
