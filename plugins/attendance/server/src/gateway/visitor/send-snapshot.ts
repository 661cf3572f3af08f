import type { Message } from '../../../../protocol/messages/messages';
import type { OwnBlock } from '../../../../protocol/visitors/blocks';
import type { SeenPresences } from '../../application/attending/agent-absence';
import type { AvailabilityNews } from '../../application/attending/availability';
import type { QueueBoard } from '../../application/attending/queue-board';
import type { Blocks } from '../../application/blocks/blocks';
import { ownBlock } from '../../application/blocks/own-block';
import type { CallSeats } from '../../application/calls/call-seats';
import { findDisplayed } from '../../application/attending/find-displayed';
import type { InteractionStore } from '../../application/interactions/ports';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import { latestMessages } from '../../application/messages/list-messages';
import type { MessageReader } from '../../application/messages/ports';
import type { ConfigVersion, SiteStore } from '../../application/settings/sites';
import { knownOf, type VisitorStore } from '../../application/visitors/ports';
import { toOwnBlock } from '../../presenters/block';
import { toVisitorInteraction } from '../../presenters/interaction';
import { toVisitorPage } from '../../presenters/message';
import { siteGroup, visitorGroup } from '../connection/channel-groups';
import type { Gateway, VisitorSocket } from '../connection/gateway';
import type { ReadingBudget } from '../limits/reading-budget';
import type { VisitorSession } from './visitor-session';

export interface SnapshotPorts {
  readonly visitors: Pick<VisitorStore, 'find'>;
  readonly sites: Pick<SiteStore, 'findById'>;
  readonly interactions: Pick<InteractionStore, 'find' | 'findLive'>;
  readonly messages: MessageReader;
  readonly blocks: Pick<Blocks, 'ofContact' | 'ofVisitor'>;
  /** Version of a site's configuration as widgets have it; it grows with every change. */
  readonly configVersion: ConfigVersion;
  readonly availability: () => Promise<AvailabilityNews>;
  readonly callSeats: Pick<CallSeats, 'taken'>;
  readonly queueBoard: Pick<QueueBoard, 'placeOf'>;
  readonly presenceOf: SeenPresences['presenceOf'];
  readonly readingBudget: Pick<ReadingBudget, 'charge'>;
  readonly now: () => number;
}

/** Sends a connection the state that all news after it change, and has it notified of them. */
export async function sendSnapshot(
  socket: VisitorSocket,
  session: VisitorSession,
  { snapshots }: Pick<Gateway, 'snapshots'>,
  ports: SnapshotPorts,
): Promise<void> {
  const { visitorId } = session;
  const group = visitorId === null ? '' : visitorGroup(visitorId);
  await snapshots.send(
    group,
    async () => {
      const site = (await ports.sites.findById(session.site.id)) ?? session.site;
      return {
        site,
        siteVersion: await ports.configVersion(site),
        availability: await ports.availability(),
        displayed: visitorId === null ? null : await readDisplayed(session, ports),
        visitor: visitorId === null ? null : await ports.visitors.find(visitorId),
      };
    },
    ({ availability, displayed, site, siteVersion, visitor }) => {
      // One with another meanwhile: that one's is on its way.
      if (visitorId !== null && session.visitorId !== visitorId) return;
      void socket.join(siteGroup(site.id));
      if (visitorId !== null) void socket.join(group);
      socket.emit('snapshot', {
        serverNow: ports.now(),
        ...availability,
        isRecognised: visitorId !== null,
        token: session.freshToken,
        ...blockOf(session, ports, displayed?.stored ?? null),
        visitorName: visitor?.name ?? '',
        visitorEmail: visitor?.email ?? '',
        known: knownOf(visitor),
        siteVersion,
        interaction:
          displayed === null
            ? null
            : toVisitorInteraction(
                displayed.stored,
                ports.queueBoard.placeOf(displayed.stored.interaction.id),
                ports.presenceOf,
              ),
        messages: displayed?.messages ?? [],
      });
      if (displayed?.stored.interaction.call?.state === 'connected')
        socket.emit('call:seats', {
          interactionId: displayed.stored.interaction.id,
          ...ports.callSeats.taken(displayed.stored.interaction.id),
        });
    },
  );
}

function blockOf(
  { address, site, visitorId }: VisitorSession,
  { blocks }: SnapshotPorts,
  displayed: StoredInteraction | null,
): { block?: OwnBlock } {
  const block = toOwnBlock(ownBlock(blocks, { siteId: site.id, visitorId, address }, displayed));
  return block === null ? {} : { block };
}

async function readDisplayed(
  { address, displayedInteractionId, site, visitorId }: VisitorSession,
  { interactions, messages, readingBudget }: SnapshotPorts,
): Promise<{ stored: StoredInteraction; messages: Message[] } | null> {
  if (visitorId === null) return null;
  const asked = { siteId: site.id, visitorId, interactionId: displayedInteractionId };
  const stored = await findDisplayed(interactions, asked);
  if (stored === null) return null;
  const page = await latestMessages(messages, stored.interaction.id);
  readingBudget.charge({ visitorId, address }, page.bytes, false);
  return { stored, messages: toVisitorPage(page).messages };
}
