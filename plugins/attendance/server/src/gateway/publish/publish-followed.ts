import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { Publisher } from '../../application/interactions/publisher';
import type { InteractionReader } from '../../application/interactions/ports';
import { isOver } from '../../domain/interactions/interaction-state';
import { toSupervisedInteraction } from '../../presenters/interaction';
import type { FaultLog } from '../connection/answer';
import type { Facts } from '../connection/facts';
import type { Followings } from '../connection/followings';

export interface FollowersPorts {
  readonly facts: Facts;
  readonly followings: Followings;
  readonly interactions: Pick<InteractionReader, 'find'>;
  /** Resolves to whether an agent is told who follows their interaction. */
  readonly showsFollowers: () => Promise<boolean>;
  readonly log: FaultLog;
}

/** Sends supervisors what they follow, and agents who follows them; a visitor nothing at all [R17]. */
export interface FollowersPublisher {
  /** Adds the followers to those whom a publisher notifies. */
  around(publisher: Publisher): Publisher;
  /** Notifies the agent who holds it, if there is one, of who follows it now. */
  followersChanged(this: void, id: InteractionId): void;
  /** Returns the names that an agent is shown for those of these that are followed. */
  shownTo(
    this: void,
    agentId: AgentId,
    ids: readonly InteractionId[],
  ): Promise<readonly { readonly interactionId: InteractionId; readonly names: string[] }[]>;
}

export function createFollowersPublisher(ports: FollowersPorts): FollowersPublisher {
  const { facts, followings, interactions, log, showsFollowers } = ports;

  const shownTo: FollowersPublisher['shownTo'] = async (agentId, ids) => {
    const followed = ids.filter(followings.isFollowed);
    if (followed.length === 0 || !(await showsFollowers())) return [];
    return followed.map((interactionId) => ({
      interactionId,
      names: followings.namesOf(interactionId, agentId),
    }));
  };

  const tellItsAgent = async (id: InteractionId): Promise<void> => {
    if (!(await showsFollowers())) return;
    const stored = await interactions.find(id);
    if (stored?.interaction.status !== 'assigned') return;
    const { agentId } = stored.interaction;
    // Looked at last: whoever began or ended meanwhile is told of by the same fact.
    const names = followings.namesOf(id, agentId);
    facts.passing.toAgent(agentId, 'followers:changed', { interactionId: id, names });
  };

  const followersChanged = (id: InteractionId): void => {
    tellItsAgent(id).catch((fault: unknown) => {
      log.error('attendance: an agent was not told who follows', { fault: String(fault) });
    });
  };

  const tellFollowers = (stored: StoredInteraction): void => {
    const { id } = stored.interaction;
    for (const { agent } of followings.of(id)) {
      const interaction = toSupervisedInteraction(stored, agent.session.canSeeIp);
      if (interaction !== null)
        facts.toFollower(id, agent.connectionId, 'supervision:changed', { interaction });
    }
  };

  /** Ends what is followed no more: it is over, or its follower holds it now. */
  const release = ({ interaction }: StoredInteraction): void => {
    const { id } = interaction;
    for (const { agent } of followings.of(id)) {
      const isTheirs = interaction.status === 'assigned' && interaction.agentId === agent.id;
      if (!isTheirs && !isOver(interaction)) continue;
      followings.end(id, agent.connectionId);
      const reason = isTheirs ? 'yours' : 'over';
      facts.toFollower(id, agent.connectionId, 'supervision:released', { interactionId: id, reason });
    }
  };

  return {
    followersChanged,
    shownTo,
    around: (publisher) => ({
      ...publisher,
      transitioned: (transition) => {
        publisher.transitioned(transition);
        const { lines, releasedBy, stored } = transition;
        const { id: interactionId, status } = stored.interaction;
        if (!followings.isFollowed(interactionId)) return;
        for (const message of lines)
          facts.toFollowers(interactionId, 'supervision:message-posted', { interactionId, message });
        release(stored);
        tellFollowers(stored);
        // Whoever holds it from now on knows of no followers yet.
        const isAssigned = lines.some((one) => one.side === 'system' && one.line.kind === 'agent-joined');
        if (status === 'assigned' && (releasedBy !== null || isAssigned)) followersChanged(interactionId);
      },
      messagePosted: (interactionId, participants, message, from) => {
        publisher.messagePosted(interactionId, participants, message, from);
        if (followings.isFollowed(interactionId))
          facts.toFollowers(interactionId, 'supervision:message-posted', { interactionId, message }, from);
      },
      visitorChanged: (stored) => {
        publisher.visitorChanged(stored);
        tellFollowers(stored);
      },
      deadlinesMoved: (stored) => {
        publisher.deadlinesMoved(stored);
        tellFollowers(stored);
      },
      receiptAdvanced: (stored, side, receipts) => {
        publisher.receiptAdvanced(stored, side, receipts);
        const { id: interactionId } = stored.interaction;
        const fact = { interactionId, side, watermark: receipts[side] };
        if (followings.isFollowed(interactionId))
          facts.toFollowers(interactionId, 'supervision:receipt-advanced', fact);
      },
      typingChanged: (stored, side, isTyping) => {
        publisher.typingChanged(stored, side, isTyping);
        const { id: interactionId } = stored.interaction;
        const fact = { interactionId, side, isTyping };
        if (followings.isFollowed(interactionId))
          facts.toFollowers(interactionId, 'supervision:typing-changed', fact);
      },
    }),
  };
}
