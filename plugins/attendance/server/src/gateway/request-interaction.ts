import type { z } from 'zod';

import type { Captured } from '../../../protocol/entities';
import type { DepartmentId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { visitorCommands } from '../../../protocol/visitor-events';
import type { Device } from '../application/device';
import type { Site } from '../application/sites';
import { knownOf, type VisitorFields } from '../application/visitors';
import { takeForm, type TakenForm } from '../domain/contact';
import { toVisitorInteraction } from '../presenters/interaction';
import { toVisitorPage } from '../presenters/message';
import { refusal, tooOften, type Handlers } from './answer';
import type { VisitorCommandPorts, VisitorSession } from './visitor-commands';

type Request = z.output<(typeof visitorCommands)['interaction:request']['payload']>;

/** Starts the interaction, or gives the live one back. Two at once on a new socket would make two visitors, of whom one would never leave. */
export function requestInteraction(
  ports: VisitorCommandPorts,
  session: VisitorSession,
): Handlers<typeof visitorCommands>['interaction:request'] {
  const { attend, presenceOf, messages, queueBoard, readDevice } = ports;
  return oneAtATime(async (request) => {
    const delay = await ports.addressDelay('request', session.address);
    if (delay > 0) return tooOften(delay);
    const judged = await judge(ports, session, request);
    if (!judged.ok) return refusal('bad_request', judged.reason);
    const { departmentId, site, taken } = judged;
    const known = await identify(ports, session, taken.fields, request.startKey ?? null);
    session.page = request.page;
    const stored = await attend.request({
      siteId: site.id,
      visitorId: known.visitorId,
      departmentId,
      channel: request.channel,
      captured: capture(session, readDevice(session.userAgent, request.clientHints)),
      answers: taken.answers,
      consent: taken.consent,
    });
    await session.requested(known.visitorId);
    if (stored.interaction.status === 'waiting') await queueBoard.refresh();
    const { id } = stored.interaction;
    const transcript = await messages.before(id, Number.MAX_SAFE_INTEGER, LIMITS.transcriptPage);
    const reader = { visitorId: known.visitorId, address: session.address };
    ports.readingBudget.charge(reader, transcript.bytes, false);
    return {
      ok: true,
      data: {
        token: known.token,
        interaction: toVisitorInteraction(stored, queueBoard.placeOf(id), presenceOf),
        messages: toVisitorPage(transcript).messages,
        known: knownOf(stored.visitor),
        visitorEmail: stored.visitor.email,
      },
    };
  });
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

/** What is wrong with a request beyond its shape, by the site as it is set now. */
async function judge(ports: VisitorCommandPorts, session: VisitorSession, request: Request): Promise<Judged> {
  const site = await ports.sites.find(session.site.key);
  if (site?.channels.includes(request.channel) !== true)
    return { ok: false, reason: 'channel: not offered on this site' };
  const department = await departmentOf(ports, site, request.departmentKey);
  if (department === null) return { ok: false, reason: 'departmentKey: no such department' };
  const visitor = session.visitorId === null ? null : await ports.visitors.find(session.visitorId);
  // Who has one already gets that one, whatever they say.
  const live = visitor === null ? null : await ports.interactions.findLive(site.id, visitor.id);
  if (live !== null) return { ok: true, site, departmentId: null, taken: NOTHING };
  const contact = {
    channel: request.channel,
    answers: request.answers ?? {},
    consentVersion: request.consentVersion ?? null,
    known: knownOf(visitor),
    locale: session.language,
  };
  const form = takeForm(site.form, contact, { fallback: site.defaultLocale, now: ports.now() });
  return form.ok ? { ok: true, site, departmentId: department.id, taken: form.taken } : form;
}

/** The one that the snippet names, else the site's own, as long as it is there [R11]; null for a name that means none. */
async function departmentOf(
  { departments }: VisitorCommandPorts,
  site: Site,
  key: string | undefined,
): Promise<{ readonly id: DepartmentId | null } | null> {
  if (key !== undefined) return departments.findByKey(key);
  const [own] = site.departmentId === null ? [] : await departments.existing([site.departmentId]);
  return { id: own ?? null };
}

/** Makes the visitor known with the first request; later answers fill fields and empty none. */
async function identify(
  { now, visitors }: VisitorCommandPorts,
  session: VisitorSession,
  fields: VisitorFields,
  startKey: string | null,
) {
  if (session.visitorId !== null) {
    await visitors.update(session.visitorId, fields);
    return { visitorId: session.visitorId, token: null };
  }
  const { visitor, token } = await visitors.create(session.site.id, fields, startKey, now());
  await session.becameKnown(visitor.id);
  return { visitorId: visitor.id, token };
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
