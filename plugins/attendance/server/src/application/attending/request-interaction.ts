import type { Captured } from '../../../../protocol/interactions/people';
import type { DepartmentId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Channel, Locale } from '../../../../protocol/shared/choices';
import type { ClientHints, Page } from '../../../../protocol/wire/visitor-events';
import { takeForm, type TakenForm } from '../../domain/visitors/contact';
import type { Attend } from './attend';
import type { ReadDevice } from '../device';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { Outcome } from '../outcome';
import type { StoredInteraction } from '../interactions/stored-interaction';
import type { DepartmentStore, Site, SiteStore } from '../settings/sites';
import { knownOf, type VisitorFields, type VisitorStore } from '../visitors/ports';

export interface RequestInteractionPorts {
  readonly attend: Pick<Attend, 'request'>;
  readonly clock: Clock;
  readonly departments: Pick<DepartmentStore, 'existing' | 'findByKey'>;
  readonly interactions: Pick<InteractionStore, 'findLive'>;
  readonly readDevice: ReadDevice;
  readonly sites: Pick<SiteStore, 'find'>;
  readonly visitors: Pick<VisitorStore, 'create' | 'find' | 'update'>;
}

/** The visitor who asks, and what is known of their browser. */
export interface Requester {
  readonly site: Pick<Site, 'key'>;
  /** Null for whoever is not known yet. Another one after a merge, which may happen during any wait: to be read after it. */
  readonly visitorId: VisitorId | null;
  readonly language: Locale;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** Awaited when the first request makes the visitor known, before the interaction starts, so that their tabs are notified of it. */
  readonly becameKnown: (id: VisitorId) => Promise<void>;
}

export interface InteractionRequest {
  readonly channel: Channel;
  /** Department's key from the snippet; without it, the site's own department holds. */
  readonly departmentKey?: string | undefined;
  /** Answers to the site's form, by field. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  /** Version of the consent that was given; absent for none. */
  readonly consentVersion?: number | undefined;
  /** Start key, the same in all tabs that request at once, so that they make one visitor known and not several [P3]. */
  readonly startKey?: string | undefined;
  readonly page: Page;
  readonly clientHints?: ClientHints | undefined;
}

export interface RequestedInteraction {
  readonly stored: StoredInteraction;
  /** Token for the browser to keep; null for a visitor who was known already. */
  readonly token: string | null;
}

/**
 * Starts the interaction, or returns the live one. `bad_request` with its reason for what the site does not offer, or where the form is not answered
 * [F2]. Two at once of somebody unknown would make two visitors, of whom one never leaves: a connection sends one after the other.
 */
export type RequestInteraction = (
  requester: Requester,
  request: InteractionRequest,
) => Promise<Outcome<RequestedInteraction>>;

export function createRequestInteraction(ports: RequestInteractionPorts): RequestInteraction {
  return async (requester, request) => {
    const judged = await judge(ports, requester, request);
    if (!judged.ok) return { ok: false, code: 'bad_request', reason: judged.reason };
    const { departmentId, site, taken } = judged;
    const { token, visitorId } = await identify(ports, requester, taken.fields, {
      siteId: site.id,
      startKey: request.startKey ?? null,
    });
    const stored = await ports.attend.request({
      siteId: site.id,
      visitorId,
      departmentId,
      channel: request.channel,
      captured: capture(requester, request, ports.readDevice),
      answers: taken.answers,
      consent: taken.consent,
    });
    return { ok: true, data: { stored, token } };
  };
}

type Judged =
  | {
      readonly ok: true;
      readonly site: Site;
      readonly departmentId: DepartmentId | null;
      readonly taken: TakenForm;
    }
  | { readonly ok: false; readonly reason: string };

const NOTHING: TakenForm = { answers: [], fields: {}, consent: null };

/** Resolves to what is wrong with a request beyond its shape, by the site's present settings. */
async function judge(
  ports: RequestInteractionPorts,
  requester: Requester,
  request: InteractionRequest,
): Promise<Judged> {
  const site = await ports.sites.find(requester.site.key);
  if (site?.channels.includes(request.channel) !== true)
    return { ok: false, reason: 'channel: not offered on this site' };
  const department = await departmentOf(ports, site, request.departmentKey);
  if (department === null) return { ok: false, reason: 'departmentKey: no such department' };
  const { visitorId } = requester;
  const visitor = visitorId === null ? null : await ports.visitors.find(visitorId);
  // Who has one already gets that one, whatever they say.
  const live = visitor === null ? null : await ports.interactions.findLive(site.id, visitor.id);
  if (live !== null) return { ok: true, site, departmentId: null, taken: NOTHING };
  const contact = {
    channel: request.channel,
    answers: request.answers ?? {},
    consentVersion: request.consentVersion ?? null,
    known: knownOf(visitor),
    locale: requester.language,
  };
  const form = takeForm(site.form, contact, { fallback: site.defaultLocale, now: ports.clock.now() });
  return form.ok ? { ok: true, site, departmentId: department.id, taken: form.taken } : form;
}

/** The department that the snippet names, else the site's own, as long as it is there [R11]; null for a name that means none. */
async function departmentOf(
  { departments }: RequestInteractionPorts,
  site: Site,
  key: string | undefined,
): Promise<{ readonly id: DepartmentId | null } | null> {
  if (key !== undefined) return departments.findByKey(key);
  const [own] = site.departmentId === null ? [] : await departments.existing([site.departmentId]);
  return { id: own ?? null };
}

/** Makes the visitor known with the first request, and anew where retention has deleted them since; later answers fill fields and empty none. */
async function identify(
  { clock, visitors }: RequestInteractionPorts,
  requester: Requester,
  fields: VisitorFields,
  { siteId, startKey }: { readonly siteId: SiteId; readonly startKey: string | null },
): Promise<{ readonly visitorId: VisitorId; readonly token: string | null }> {
  if (requester.visitorId !== null && (await visitors.update(requester.visitorId, fields)))
    return { visitorId: requester.visitorId, token: null };
  const { visitor, token } = await visitors.create(siteId, fields, startKey, clock.now());
  await requester.becameKnown(visitor.id);
  return { visitorId: visitor.id, token };
}

function capture(
  { address, language, userAgent }: Requester,
  { clientHints, page }: InteractionRequest,
  readDevice: ReadDevice,
): Captured {
  return {
    originUrl: page.url,
    originTitle: page.title,
    currentUrl: page.url,
    currentTitle: page.title,
    referrer: page.referrer,
    language,
    ip: address,
    ...readDevice(userAgent, clientHints),
  };
}
