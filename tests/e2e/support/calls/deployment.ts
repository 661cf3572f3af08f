import { expect, type Frame, type Page } from '@playwright/test';

import { startJitsiStandIn, type JitsiStandIn, type StandInOptions } from '../../../support/jitsi/stand-in';
import type { Product } from '../product/product';

const SECRET = 'a-shared-secret-of-the-tests';
const RESERVATION = 'a-reservation-secret';

/** A deployment that the product's settings name; it asks the product before it opens a room. */
export interface Deployment extends Pick<
  JitsiStandIn,
  'domain' | 'occupantsOf' | 'namesIn' | 'putOut' | 'destroy'
> {
  /** What the product says to a deployment that is about to open this room. */
  askToOpen(room: string): Promise<number>;
  stop(): Promise<void>;
}

/** Null where Jitsi's client cannot be fetched. */
export async function startDeployment(
  product: Product,
  {
    reservationSecret = RESERVATION,
    ...door
  }: Partial<StandInOptions> & { readonly reservationSecret?: string } = {},
): Promise<Deployment | null> {
  const prefix = `${product.url}/api/attendance/jitsi`;
  const headers = { authorization: `Bearer ${RESERVATION}` };
  const standIn: JitsiStandIn | null = await startJitsiStandIn({
    appId: 'atende',
    audience: 'jitsi',
    secret: SECRET,
    reservations: { prefix, headers: { authorization: `Bearer ${reservationSecret}` } },
    ...door,
  });
  if (standIn === null) return null;
  const askToOpen = async (room: string): Promise<number> => {
    const body = new URLSearchParams({ name: room, mail_owner: 'a@b', start_time: new Date().toISOString() });
    return (await fetch(`${prefix}/conference`, { method: 'POST', headers, body })).status;
  };
  return { ...standIn, askToOpen };
}

/** As the settings' page would store it. */
export function nameDeployment({ sql }: Product, domain: string, secret = SECRET): void {
  sql(
    `update attendance_media_settings set jitsi_domain = ?, jitsi_kind = 'self-hosted', jitsi_algorithm = 'HS256',
     jitsi_app_id = 'atende', jitsi_signing_key = ?, jitsi_reservation_secret = ?, unsafe_room_at = null`,
    domain,
    secret,
    RESERVATION,
  );
}

/** The room's own frame, wherever in the page it stands. */
function find(page: Page, domain: string): Frame | undefined {
  return page.frames().findLast((each) => each.url().startsWith(`https://${domain}/`));
}

export async function roomFrame(page: Page, { domain }: Pick<Deployment, 'domain'>): Promise<Frame> {
  await expect.poll(() => find(page, domain)?.url(), { timeout: 20_000 }).toContain('jwt=');
  const frame = find(page, domain);
  if (frame === undefined) throw new Error('the frame has gone again');
  return frame;
}

export const hasRoomFrame = (page: Page, { domain }: Pick<Deployment, 'domain'>): boolean =>
  find(page, domain) !== undefined;

export const roomOf = (frame: Frame): string => new URL(frame.url()).pathname.slice(1);
export const tokenOf = (frame: Frame): string => new URL(frame.url()).searchParams.get('jwt') ?? '';

interface Received {
  readonly framesDecoded: number;
  readonly audioEnergy: number;
}

const NOTHING: Received = { framesDecoded: 0, audioEnergy: 0 };

async function receivedIn(frame: Frame): Promise<Received> {
  const received = frame.evaluate(async () => {
    const { received: ask } = window as unknown as { received?: () => Promise<Received> };
    return ask?.();
  });
  // One that has gone meanwhile receives nothing.
  return (await received.catch(() => undefined)) ?? NOTHING;
}

/** Inside the room's frame, the latest where one is just leaving: more of the other side arrives, and more again. */
export async function expectMediaIn(
  page: Page,
  deployment: Pick<Deployment, 'domain'>,
  kind: 'voice' | 'video',
): Promise<void> {
  const firsts = new Map<Frame, Received>();
  const grown = async (): Promise<Received> => {
    const frame = await roomFrame(page, deployment);
    const now = await receivedIn(frame);
    const first = firsts.get(frame) ?? now;
    firsts.set(frame, first);
    return {
      framesDecoded: now.framesDecoded - first.framesDecoded,
      audioEnergy: now.audioEnergy - first.audioEnergy,
    };
  };
  await expect.poll(async () => (await grown()).audioEnergy, { timeout: 20_000 }).toBeGreaterThan(0.001);
  if (kind === 'voice')
    return expect((await receivedIn(await roomFrame(page, deployment))).framesDecoded).toBe(0);
  await expect.poll(async () => (await grown()).framesDecoded, { timeout: 20_000 }).toBeGreaterThan(5);
}
