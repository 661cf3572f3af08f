import type { InteractionId, VisitorId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { Form } from '../../../protocol/rest';
import type { FormAnswers, Page, visitorCommands } from '../../../protocol/visitor-events';
import type { Attend } from '../application/attend';
import type { InteractionStore, MessageStore, StoredInteraction } from '../application/ports';
import type { Publisher } from '../application/publisher';
import type { Site } from '../adapters/site-store';
import type { VisitorStore } from '../adapters/visitor-store';
import { toVisitorInteraction } from '../presenters/interaction';
import { refusal, toAnswer, type Handlers } from './answer';

export interface VisitorCommandPorts {
  readonly attend: Attend;
  readonly interactions: InteractionStore;
  readonly messages: MessageStore;
  readonly visitors: VisitorStore;
  readonly publisher: Publisher;
  readonly isAvailable: () => Promise<boolean>;
}

/** The person behind one socket: nobody until the first request makes them known. */
export interface VisitorSession {
  readonly site: Site;
  visitorId: VisitorId | null;
  page: Page;
  readonly device: { browser: string; operatingSystem: string; ip: string; language: string };
  /** Called when the first request makes the visitor known. */
  readonly becameKnown: (id: VisitorId) => Promise<void>;
}

type VisitorHandlers = Omit<Handlers<typeof visitorCommands>, 'offline-message:leave'>;

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
    'interaction:request': async ({ channel, form = {}, page }) => {
      if (!session.site.channels.includes(channel))
        return refusal('bad_request', 'channel: not offered on this site');
      const missing = session.visitorId === null ? missingField(session.site.form, form) : null;
      if (missing !== null) return refusal('bad_request', `form.${missing}: required`);
      const known = await identify(ports, session, form);
      session.page = page;
      const stored = await attend.request({
        siteId: session.site.id,
        visitorId: known.visitorId,
        departmentId: null,
        channel,
        captured: {
          originUrl: page.url,
          originTitle: page.title,
          currentUrl: page.url,
          currentTitle: page.title,
          referrer: page.referrer,
          ...session.device,
        },
      });
      const transcript = await messages.after(stored.interaction.id, 0, LIMITS.transcriptPage);
      return {
        ok: true,
        data: {
          token: known.token,
          interaction: toVisitorInteraction(stored, null),
          messages: transcript.messages,
        },
      };
    },
    'interaction:cancel': end('cancel'),
    'interaction:end': end('visitor-end'),
    'message:post': async ({ interactionId, clientMessageId, body }) => {
      if (session.visitorId === null) return refusal('not_found');
      const outcome = await attend.post({
        interactionId,
        clientMessageId,
        body,
        author: { side: 'visitor', visitorId: session.visitorId },
      });
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
    'page:report': ({ page }) => {
      session.page = page;
      return Promise.resolve({ ok: true, data: {} });
    },
  };
}

function missingField(form: Form, answers: FormAnswers): string | null {
  if (!form.isOn) return null;
  const fields = ['name', 'email', 'phone'] as const;
  return fields.find((field) => form[field].isShown && form[field].isRequired && !answers[field]) ?? null;
}

/** Makes the visitor known with the first request; later answers fill fields and empty none. */
async function identify({ visitors }: VisitorCommandPorts, session: VisitorSession, form: FormAnswers) {
  if (session.visitorId !== null) {
    await visitors.update(
      session.visitorId,
      Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')),
    );
    return { visitorId: session.visitorId, token: null };
  }
  const { visitor, token } = await visitors.create(session.site.id, form);
  await session.becameKnown(visitor.id);
  return { visitorId: visitor.id, token };
}
