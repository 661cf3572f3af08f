import type { Captured, Channel } from '../../../protocol/entities';
import { ERROR_MEANINGS } from '../../../protocol/errors';
import type { InteractionId, VisitorId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { Form } from '../../../protocol/rest';
import type { FormAnswers, Page, visitorCommands } from '../../../protocol/visitor-events';
import type { Attend } from '../application/attend';
import type { Calls } from '../application/calls';
import type { InteractionStore, MessageStore, StoredInteraction } from '../application/ports';
import type { ConnectionId, Publisher } from '../application/publisher';
import type { Device, ReadDevice } from '../application/device';
import type { OfflineMessages } from '../application/offline-messages';
import type { QueueBoard } from '../application/queue-board';
import type { DepartmentStore, Site } from '../application/sites';
import type { VisitorStore } from '../application/visitors';
import { toVisitorInteraction } from '../presenters/interaction';
import { refusal, toAnswer, type Handlers } from './answer';
import { createCallHandlers } from './call-commands';

export interface VisitorCommandPorts {
  readonly attend: Attend;
  readonly calls: Calls;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly visitors: VisitorStore;
  readonly publisher: Publisher;
  readonly departments: DepartmentStore;
  readonly offlineMessages: OfflineMessages;
  readonly queueBoard: QueueBoard;
  readonly readDevice: ReadDevice;
  readonly now: () => number;
  /** How many milliseconds this address must wait before the act is served; 0 serves it. */
  readonly addressDelay: (act: 'request' | 'offline-message', address: string) => Promise<number>;
}

/** The person behind one socket: nobody until the first request makes them known. */
export interface VisitorSession {
  readonly connectionId: ConnectionId;
  readonly site: Site;
  visitorId: VisitorId | null;
  /** To be kept in place of the token presented; null when that one stays. */
  readonly freshToken: string | null;
  page: Page;
  /** The interaction that the widget last showed as live: it is told how that one ended. */
  readonly shownInteractionId: InteractionId | null;
  readonly language: string;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** Called when the first request makes the visitor known. */
  readonly becameKnown: (id: VisitorId) => Promise<void>;
  /** Called after each request: whoever lost the connection before it was stored is away from the start [P1]. */
  readonly requested: (id: VisitorId) => Promise<void>;
}

type VisitorHandlers = Handlers<typeof visitorCommands>;

export function createVisitorHandlers(ports: VisitorCommandPorts, session: VisitorSession): VisitorHandlers {
  const { attend, interactions, messages, publisher } = ports;
  /** Every look-up is this id and this visitor; another's interaction is not told from one that does not exist. */
  const own = async (id: InteractionId): Promise<StoredInteraction | null> => {
    const stored = await interactions.find(id);
    return stored !== null && stored.interaction.visitorId === session.visitorId ? stored : null;
  };
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

  return {
    ...createCallHandlers(ports.calls, own, () => ({
      by: { side: 'visitor' },
      connectionId: session.connectionId,
    })),
    // Two at once on a new socket would make two visitors, of whom one would never leave.
    'interaction:request': oneAtATime(async (request) => {
      const delay = await ports.addressDelay('request', session.address);
      if (delay > 0) return tooOften(delay);
      const wrong = await wrongRequest(ports, session, request);
      if (wrong !== null) return refusal('bad_request', wrong);
      const department =
        request.departmentKey === undefined ? null : await ports.departments.findByKey(request.departmentKey);
      const known = await identify(ports, session, request.form ?? {}, request.startKey ?? null);
      session.page = request.page;
      const stored = await attend.request({
        siteId: session.site.id,
        visitorId: known.visitorId,
        departmentId: department?.id ?? null,
        channel: request.channel,
        captured: capture(session, ports.readDevice(session.userAgent, request.clientHints)),
      });
      await session.requested(known.visitorId);
      if (stored.interaction.status === 'waiting') await ports.queueBoard.refresh();
      const transcript = await messages.after(stored.interaction.id, 0, LIMITS.transcriptPage);
      return {
        ok: true,
        data: {
          token: known.token,
          interaction: toVisitorInteraction(stored, ports.queueBoard.placeOf(stored.interaction.id)),
          messages: transcript.messages,
        },
      };
    }),
    'interaction:cancel': end('cancel'),
    'interaction:end': end('visitor-end'),
    'message:post': async ({ interactionId, clientMessageId, body }) => {
      if (session.visitorId === null) return refusal('not_found');
      const author = { side: 'visitor' as const, visitorId: session.visitorId };
      const outcome = await attend.post(
        { interactionId, clientMessageId, body, author },
        session.connectionId,
      );
      return toAnswer(outcome, ({ message }) => ({ sequence: message.sequence, sentAt: message.sentAt }));
    },
    'message:list': async ({ interactionId, afterSequence, beforeSequence, limit }) => {
      if ((await own(interactionId)) === null) return refusal('not_found');
      const page =
        afterSequence === undefined
          ? await messages.before(interactionId, beforeSequence ?? Number.MAX_SAFE_INTEGER, limit)
          : await messages.after(interactionId, afterSequence, limit);
      return { ok: true, data: page };
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

function oneAtATime<Payload, Result>(
  run: (payload: Payload) => Promise<Result>,
): (payload: Payload) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (payload) => {
    const next = last.then(() => run(payload));
    last = next.catch(() => undefined);
    return next;
  };
}

function tooOften(retryAfterMs: number) {
  return {
    ok: false as const,
    error: { code: 'rate_limited' as const, message: ERROR_MEANINGS.rate_limited, retryAfterMs },
  };
}

function capture({ address, language, page }: VisitorSession, device: Device): Captured {
  return {
    originUrl: page.url,
    originTitle: page.title,
    currentUrl: page.url,
    currentTitle: page.title,
    referrer: page.referrer,
    language,
    ip: address,
    ...device,
  };
}

/** What is wrong with a request beyond its shape, or null. */
async function wrongRequest(
  { departments }: VisitorCommandPorts,
  { site, visitorId }: VisitorSession,
  request: {
    readonly channel: Channel;
    readonly departmentKey?: string | undefined;
    readonly form?: FormAnswers | undefined;
  },
): Promise<string | null> {
  if (!site.channels.includes(request.channel)) return 'channel: not offered on this site';
  // Known visitors filled the form in when they became known.
  const missing = visitorId === null ? missingField(site.form, request.form ?? {}) : null;
  if (missing !== null) return `form.${missing}: required`;
  const { departmentKey } = request;
  if (departmentKey !== undefined && (await departments.findByKey(departmentKey)) === null)
    return 'departmentKey: no such department';
  return null;
}

function missingField(form: Form, answers: FormAnswers): string | null {
  if (!form.isOn) return null;
  const fields = ['name', 'email', 'phone'] as const;
  return fields.find((field) => form[field].isShown && form[field].isRequired && !answers[field]) ?? null;
}

/** Makes the visitor known with the first request; later answers fill fields and empty none. */
async function identify(
  { now, visitors }: VisitorCommandPorts,
  session: VisitorSession,
  form: FormAnswers,
  startKey: string | null,
) {
  if (session.visitorId !== null) {
    await visitors.update(
      session.visitorId,
      Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')),
    );
    return { visitorId: session.visitorId, token: null };
  }
  const { visitor, token } = await visitors.create(session.site.id, form, startKey, now());
  await session.becameKnown(visitor.id);
  return { visitorId: visitor.id, token };
}
