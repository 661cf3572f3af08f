import type { InteractionId, VisitorId } from '../../../protocol/ids';
import type { Locale } from '../../../protocol/scalars';
import type { Page, visitorCommands } from '../../../protocol/visitor-events';
import type { AgentAbsence } from '../application/agent-absence';
import type { Attend } from '../application/attend';
import type { Blocks } from '../application/blocks';
import type { CallParty, Calls } from '../application/calls';
import type { InteractionStore, MessageStore, StoredInteraction } from '../application/ports';
import type { ConnectionId, Publisher } from '../application/publisher';
import type { ReadDevice } from '../application/device';
import type { OfflineMessages } from '../application/offline-messages';
import type { QueueBoard } from '../application/queue-board';
import type { DepartmentStore, Site, SiteStore } from '../application/sites';
import type { VisitorStore } from '../application/visitors';
import { toVisitorPage } from '../presenters/message';
import { refusal, tooOften, toAnswer, type Handlers } from './answer';
import { barBlocked } from './bar-blocked';
import { createCallHandlers, createVisitorCallHandlers } from './call-commands';
import { createEndHandlers, type EndPorts } from './end-commands';
import type { Reader } from './reading-budget';
import { requestInteraction } from './request-interaction';

export interface VisitorCommandPorts extends EndPorts {
  readonly attend: Attend;
  readonly calls: Calls;
  readonly blocks: Blocks;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly visitors: VisitorStore;
  readonly publisher: Publisher;
  readonly sites: Pick<SiteStore, 'find'>;
  readonly departments: DepartmentStore;
  readonly offlineMessages: OfflineMessages;
  readonly queueBoard: QueueBoard;
  readonly presenceOf: AgentAbsence['presenceOf'];
  readonly readDevice: ReadDevice;
  readonly now: () => number;
  /** How many milliseconds this address must wait before the act is served; 0 serves it. */
  readonly addressDelay: (act: 'request' | 'offline-message' | 'letter', address: string) => Promise<number>;
}

/** The person behind one socket: nobody until the first request makes them known. */
export interface VisitorSession {
  readonly connectionId: ConnectionId;
  /** As it was when the socket connected. */
  readonly site: Site;
  visitorId: VisitorId | null;
  /** To be kept in place of the token presented; null when that one stays. */
  freshToken: string | null;
  page: Page;
  /** The interaction that the widget last showed as live: it is told how that one ended. */
  readonly shownInteractionId: InteractionId | null;
  readonly language: Locale;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** Called when the first request makes the visitor known. */
  readonly becameKnown: (id: VisitorId) => Promise<void>;
  /** Called after each request: whoever lost the connection before it was stored is away from the start [P1]. */
  readonly requested: (id: VisitorId) => Promise<void>;
}

type VisitorHandlers = Handlers<typeof visitorCommands>;

export function createVisitorHandlers(ports: VisitorCommandPorts, session: VisitorSession): VisitorHandlers {
  return barBlocked(createHandlers(ports, session), ports.blocks, session);
}

function createHandlers(ports: VisitorCommandPorts, session: VisitorSession): VisitorHandlers {
  const { attend, interactions, messages, publisher } = ports;
  /** Every look-up is this id and this visitor; another's interaction is not told from one that does not exist. */
  const own = async (id: InteractionId): Promise<StoredInteraction | null> => {
    const stored = await interactions.find(id);
    return stored !== null && stored.interaction.visitorId === session.visitorId ? stored : null;
  };
  const readerOf = (): Reader | null =>
    session.visitorId === null ? null : { visitorId: session.visitorId, address: session.address };
  const advance =
    (mark: 'delivered' | 'read') => async (command: { interactionId: InteractionId; sequence: number }) => {
      const stored = await own(command.interactionId);
      if (stored === null) return refusal('not_found');
      const receipts = await interactions.advanceWatermark(
        command.interactionId,
        'visitor',
        mark,
        command.sequence,
      );
      if (receipts !== null) publisher.receiptAdvanced(stored, 'visitor', receipts);
      return { ok: true as const, data: {} };
    };
  const end =
    (kind: 'cancel' | 'visitor-end') =>
    async ({ interactionId }: { interactionId: InteractionId }) => {
      if ((await own(interactionId)) === null) return refusal('not_found');
      return toAnswer(await attend.transition(interactionId, { kind }), () => ({}));
    };

  const party = (): CallParty => ({ by: { side: 'visitor' }, connectionId: session.connectionId });
  return {
    ...createCallHandlers(ports.calls, own, party),
    ...createVisitorCallHandlers(ports.calls, own, party),
    ...createEndHandlers(ports, {
      find: own,
      site: async () => (await ports.sites.find(session.site.key)) ?? session.site,
      reader: readerOf,
      letterDelay: () => ports.addressDelay('letter', session.address),
    }),
    'interaction:request': requestInteraction(ports, session),
    'interaction:cancel': end('cancel'),
    'interaction:end': end('visitor-end'),
    'message:post': async ({ attachmentIds = [], ...written }) => {
      if (session.visitorId === null) return refusal('not_found');
      const author = { side: 'visitor' as const, visitorId: session.visitorId };
      const outcome = await attend.post({ ...written, attachmentIds, author }, session.connectionId);
      return toAnswer(outcome, ({ message }) => ({ sequence: message.sequence, sentAt: message.sentAt }));
    },
    'message:list': async ({ interactionId, afterSequence, beforeSequence, limit }) => {
      const reader = readerOf();
      if (reader === null || (await own(interactionId)) === null) return refusal('not_found');
      const waitMs = ports.readingBudget.take(reader);
      if (waitMs > 0) return tooOften(waitMs);
      const page =
        afterSequence === undefined
          ? await messages.before(interactionId, beforeSequence ?? Number.MAX_SAFE_INTEGER, limit)
          : await messages.after(interactionId, afterSequence, limit);
      ports.readingBudget.charge(reader, page.bytes, true);
      return { ok: true, data: toVisitorPage(page) };
    },
    'message:delivered': advance('delivered'),
    'message:read': advance('read'),
    'typing:set': async ({ interactionId, isTyping }) => {
      const stored = await own(interactionId);
      if (stored === null) return refusal('not_found');
      publisher.typingChanged(stored, 'visitor', isTyping);
      return { ok: true, data: {} };
    },
    'page:report': async ({ page }) => {
      session.page = page;
      await attend.reportPage(session.site.id, session.visitorId, page);
      return { ok: true, data: {} };
    },
    'offline-message:leave': async ({ page, ...message }) => {
      const delay = await ports.addressDelay('offline-message', session.address);
      if (delay > 0) return tooOften(delay);
      await ports.offlineMessages.leave({ ...message, siteId: session.site.id, originUrl: page.url });
      return { ok: true, data: {} };
    },
  };
}
