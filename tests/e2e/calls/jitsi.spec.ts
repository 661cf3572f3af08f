import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expect, test, type Browser, type Page } from '@playwright/test';

import { findLightChromium } from '../../support/browsers/chromium.mjs';
import { startJitsiStandIn, type JitsiStandIn } from '../../support/jitsi/stand-in';

// The plugin is a CommonJS package, whose named exports an ES module does not see.
const { signJitsiToken } = createRequire(import.meta.url)(
  '../../../plugins/attendance/server/src/adapters/calls/jitsi-token.ts',
) as typeof import('../../../plugins/attendance/server/src/adapters/calls/jitsi-token');

const SECRET = 'a-shared-secret-of-the-tests';
const RESERVATION = 'a-reservation-secret';
const executablePath = findLightChromium();

test.use({
  launchOptions: {
    ...(executablePath !== null && { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--allow-loopback-in-peer-connection',
    ],
  },
});

/** The reservation API’s place, answering by this list; and a page of another origin than the deployment’s. */
const live = new Set<string>();
const released: string[] = [];
let reservations: Server;
let hostPage = '';
let standIn: JitsiStandIn | null = null;

test.beforeAll(async () => {
  test.setTimeout(150_000);
  reservations = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'GET')
        return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><body></body>');
      if (request.headers.authorization !== `Bearer ${RESERVATION}`) return response.writeHead(401).end('{}');
      if (request.method === 'DELETE') {
        released.push(request.url ?? '');
        return response.writeHead(200).end('{}');
      }
      const name = new URLSearchParams(Buffer.concat(chunks).toString()).get('name') ?? '';
      if (!live.has(name)) return response.writeHead(403).end('{"message":"no"}');
      response.end(JSON.stringify({ id: '7-1', name, mail_owner: '', start_time: '', duration: 60 }));
    });
  });
  await new Promise<void>((resolve) => reservations.listen(0, '127.0.0.1', resolve));
  const { port } = reservations.address() as AddressInfo;
  hostPage = `http://127.0.0.1:${port}/`;
  standIn = await startJitsiStandIn({
    appId: 'atende',
    audience: 'jitsi',
    secret: SECRET,
    reservations: { prefix: `http://127.0.0.1:${port}`, headers: { authorization: `Bearer ${RESERVATION}` } },
  });
});

test.afterAll(async () => {
  await standIn?.stop();
  reservations.close();
});

test.beforeEach(() => {
  test.skip(standIn === null, 'Jitsi’s client could not be fetched from the package registry');
  live.clear();
  released.length = 0;
});

function domain(): string {
  if (standIn === null) throw new Error('no stand-in');
  return standIn.domain;
}

interface Seat {
  readonly room: string;
  readonly side?: 'visitor' | 'agent';
  readonly tokenRoom?: string;
  readonly secret?: string;
  readonly ageMs?: number;
}

function tokenFor({ ageMs = 0, room, secret = SECRET, side = 'visitor', tokenRoom = room }: Seat): string {
  const settings = {
    domain: domain(),
    kind: 'self-hosted',
    algorithm: 'HS256',
    appId: 'atende',
    audience: '',
    subject: '',
    keyId: '',
    signingKey: secret,
    reservationSecret: null,
  } as const;
  const participant = { side, name: side === 'agent' ? 'Ana' : 'Carla' };
  return signJitsiToken(settings, { room: tokenRoom, userId: `7-${side}`, participant }, Date.now() - ageMs);
}

type Told = readonly (readonly [name: string, data: Record<string, unknown>])[];

/** A page of another origin that opens the room by Jitsi's own client, as the product's screens do. */
async function sit(browser: Browser, seat: Seat): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(hostPage);
  await page.addScriptTag({ url: `https://${domain()}/external_api.js` });
  await page.evaluate(
    ([host, roomName, jwt]) => {
      const told: unknown[] = [];
      const { JitsiMeetExternalAPI } = window as unknown as {
        JitsiMeetExternalAPI: new (
          domain: string,
          options: object,
        ) => { on(name: string, listen: (data: unknown) => void): void };
      };
      const api = new JitsiMeetExternalAPI(host, {
        roomName,
        jwt,
        parentNode: document.body,
        lang: 'pt-BR',
        configOverwrite: { prejoinConfig: { enabled: false } },
      });
      for (const name of [
        'videoConferenceJoined',
        'videoConferenceLeft',
        'participantJoined',
        'participantLeft',
        'participantRoleChanged',
        'audioMuteStatusChanged',
        'cameraError',
        'micError',
        'errorOccurred',
        'readyToClose',
      ])
        api.on(name, (data) => told.push([name, data]));
      Object.assign(window, { told, api });
    },
    [domain(), seat.room, tokenFor(seat)] as const,
  );
  return page;
}

const toldOf = (page: Page): Promise<Told> => page.evaluate(() => (window as unknown as { told: Told }).told);

async function waitFor(page: Page, name: string): Promise<Record<string, unknown>> {
  await expect
    .poll(async () => (await toldOf(page)).map(([each]) => each), { timeout: 20_000 })
    .toContain(name);
  return (await toldOf(page)).find(([each]) => each === name)?.[1] ?? {};
}

function frameOf(page: Page) {
  const frame = page.frames().find((each) => each.url().startsWith(`https://${domain()}/`));
  if (frame === undefined) throw new Error('the client opened no frame');
  return frame;
}

async function received(page: Page): Promise<{ framesDecoded: number; audioEnergy: number }> {
  return frameOf(page).evaluate(() =>
    (window as unknown as { received(): Promise<{ framesDecoded: number; audioEnergy: number }> }).received(),
  );
}

const newRoom = (): string => `atende-${crypto.randomUUID().replaceAll('-', '')}`;
const command = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    (each) => (window as unknown as { api: { executeCommand(name: string): void } }).api.executeCommand(each),
    name,
  );

test('[M3] two browsers see and hear each other through Jitsi’s own client', async ({ browser }) => {
  const room = newRoom();
  live.add(room);
  const agent = await sit(browser, { room, side: 'agent' });
  expect(await waitFor(agent, 'participantRoleChanged')).toMatchObject({ role: 'moderator' });
  const visitor = await sit(browser, { room });
  expect(await waitFor(visitor, 'participantRoleChanged')).toMatchObject({ role: 'participant' });
  expect(await waitFor(agent, 'participantJoined')).toMatchObject({ displayName: 'Carla' });
  expect(await waitFor(visitor, 'participantJoined')).toMatchObject({ displayName: 'Ana' });
  for (const page of [agent, visitor]) {
    await expect
      .poll(async () => (await received(page)).framesDecoded, { timeout: 20_000 })
      .toBeGreaterThan(10);
    await expect.poll(async () => (await received(page)).audioEnergy, { timeout: 20_000 }).toBeGreaterThan(0);
  }
  const quality = await agent.evaluate(() =>
    (
      window as unknown as { api: { getConnectionStats(): Promise<{ connectionQuality: number }> } }
    ).api.getConnectionStats(),
  );
  expect(quality.connectionQuality).toBe(100);

  await command(visitor, 'toggleAudio');
  expect(await waitFor(visitor, 'audioMuteStatusChanged')).toMatchObject({ muted: true });
  await command(visitor, 'hangup');
  await waitFor(visitor, 'readyToClose');
  await waitFor(agent, 'participantLeft');
});

test('[M2] a token that is still good opens no room once the call is over', async ({ browser }) => {
  const room = newRoom();
  live.add(room);
  const first = await sit(browser, { room });
  await waitFor(first, 'videoConferenceJoined');
  await command(first, 'hangup');
  await waitFor(first, 'readyToClose');
  expect(released).toEqual(['/conference/7-1']);
  live.delete(room);
  const late = await sit(browser, { room });
  expect(await waitFor(late, 'errorOccurred')).toMatchObject({
    error: { name: 'conference.reservationError', message: '403', isFatal: false },
  });
  expect(standIn?.occupantsOf(room)).toBe(0);
});

test('[M2] a killed tab comes back to the same room', async ({ browser }) => {
  const room = newRoom();
  live.add(room);
  const agent = await sit(browser, { room, side: 'agent' });
  await waitFor(agent, 'videoConferenceJoined');
  const visitor = await sit(browser, { room });
  await waitFor(agent, 'participantJoined');
  await visitor.context().close();
  await waitFor(agent, 'participantLeft');
  const again = await sit(browser, { room });
  await waitFor(again, 'videoConferenceJoined');
  await expect
    .poll(async () => (await received(again)).framesDecoded, { timeout: 20_000 })
    .toBeGreaterThan(10);
});

/** At the door it is fatal; at a room the real client says that it is not, and nothing comes after it. */
const REFUSED: readonly (readonly [string, Omit<Seat, 'room'>, boolean])[] = [
  ['expired', { ageMs: 121_000 }, true],
  ['of another room', { tokenRoom: `atende-${'0'.repeat(32)}` }, false],
  ['signed by somebody else', { secret: 'another-secret-altogether' }, true],
];
for (const [name, seat, isFatal] of REFUSED)
  test(`[M2] a token ${name} lets nobody in`, async ({ browser }) => {
    const room = newRoom();
    live.add(room);
    const page = await sit(browser, { room, ...seat });
    expect(await waitFor(page, 'errorOccurred')).toMatchObject({
      error: { message: 'not-allowed', isFatal },
    });
    expect(standIn?.occupantsOf(room)).toBe(0);
  });
