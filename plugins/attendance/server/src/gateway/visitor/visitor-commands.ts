import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { visitorCommands } from '../../../../protocol/wire/visitor-events';
import type { Attend } from '../../application/attending/attend';
import type { Blocks } from '../../application/blocks/blocks';
import type { CallParty, Calls } from '../../application/calls/calls';
import { listMessages } from '../../application/messages/list-messages';
import type { OfflineMessages } from '../../application/offline-messages/offline-messages';
import type { InteractionStore } from '../../application/interactions/ports';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { SiteStore } from '../../application/settings/sites';
import { toVisitorPage } from '../../presenters/message';
import { refusal, tooOften, toAnswer, type Handlers } from '../connection/answer';
import { barBlocked } from './bar-blocked';
import { createCallHandlers, createVisitorCallHandlers } from '../connection/call-commands';
import { createEndHandlers, type EndPorts } from './end-commands';
import type { Reader } from '../limits/reading-budget';
import { createReportHandlers, type ReportPorts } from '../connection/report-commands';
import { createRequestHandler, type RequestPorts } from './request-interaction';
import type { VisitorSession } from './visitor-session';

export interface VisitorCommandPorts extends EndPorts, ReportPorts, RequestPorts {
  readonly attend: Attend;
  readonly calls: Calls;
  readonly blocks: Blocks;
  readonly interactions: InteractionStore;
  readonly sites: Pick<SiteStore, 'find'>;
  readonly offlineMessages: OfflineMessages;
}

type VisitorHandlers = Handlers<typeof visitorCommands>;

export function createVisitorHandlers(ports: VisitorCommandPorts, session: VisitorSession): VisitorHandlers {
  return barBlocked(createHandlers(ports, session), ports.blocks, session);
}

function createHandlers(ports: VisitorCommandPorts, session: VisitorSession): VisitorHandlers {
  const { attend, interactions, messages } = ports;
  /** Finds an interaction by id and visitor; another's is not distinguished from one that does not exist. */
  const own = async (id: InteractionId): Promise<StoredInteraction | null> => {
    const stored = await interactions.find(id);
    return stored !== null && stored.interaction.visitorId === session.visitorId ? stored : null;
  };
  const readerOf = (): Reader | null =>
    session.visitorId === null ? null : { visitorId: session.visitorId, address: session.address };
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
      emailDelay: () => ports.addressDelay('transcript-email', session.address),
    }),
    ...createReportHandlers(ports, 'visitor', own),
    'interaction:request': createRequestHandler(ports, session),
    'interaction:cancel': end('cancel'),
    'interaction:end': end('visitor-end'),
    'message:post': async ({ attachmentIds = [], ...written }) => {
      if (session.visitorId === null) return refusal('not_found');
      const author = { side: 'visitor' as const, visitorId: session.visitorId };
      const outcome = await attend.post({ ...written, attachmentIds, author }, session.connectionId);
      return toAnswer(outcome, ({ message }) => ({ sequence: message.sequence, sentAt: message.sentAt }));
    },
    'message:list': async (query) => {
      const reader = readerOf();
      if (reader === null || (await own(query.interactionId)) === null) return refusal('not_found');
      const waitMs = ports.readingBudget.take(reader);
      if (waitMs > 0) return tooOften(waitMs);
      const page = await listMessages(messages, query);
      ports.readingBudget.charge(reader, page.bytes, true);
      return { ok: true, data: toVisitorPage(page) };
    },
    'page:report': async ({ page }) => {
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
