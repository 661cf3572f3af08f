import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { foreignKey } from '../../../plugins/attendance/server/src/adapters/calls/foreign-key';
import { signJitsiToken } from '../../../plugins/attendance/server/src/adapters/calls/jitsi-token';
import { createMedia } from '../../../plugins/attendance/server/src/adapters/calls/media';
import { createOutbound } from '../../../plugins/attendance/server/src/adapters/outbound/outbound';
import type { JitsiSettings } from '../../../plugins/attendance/server/src/application/calls/media-settings';
import { createReservationWatch } from '../../../plugins/attendance/server/src/application/calls/reservation-watch';
import { createTestMedia } from '../../../plugins/attendance/server/src/application/calls/test-media';
import { startJitsiStandIn, type JitsiStandIn } from '../../support/jitsi/stand-in';
import { makeSelfSigned } from '../../support/browsers/self-signed';
import { memoryMediaSettings, settingsWith } from '../../unit/media-provider/builders';

const SECRET = 'a-shared-secret-of-the-tests';
const RESERVATION = 'a-reservation-secret';
/** What the deployment sends with its questions. */
const sent: Record<string, string> = { authorization: `Bearer ${RESERVATION}` };
const watch = createReservationWatch();

let strict: JitsiStandIn | null = null;
let careless: JitsiStandIn | null = null;
let asking: JitsiStandIn | null = null;
let today: JitsiStandIn | null = null;
let opening: JitsiStandIn | null = null;
let reservations: Server;

beforeAll(async () => {
  const door = { appId: 'atende', audience: 'jitsi', secret: SECRET };
  strict = await startJitsiStandIn(door);
  careless = await startJitsiStandIn({ ...door, allowsEmptyToken: true });
  // As the product's route does, of which the deployment asks with the secret that it was given.
  reservations = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = new URLSearchParams(Buffer.concat(chunks).toString()).get('name') ?? '';
      const isAllowed = request.headers.authorization === `Bearer ${RESERVATION}`;
      watch.note(name, isAllowed);
      response.writeHead(isAllowed ? 403 : 401).end('{}');
    });
  });
  await new Promise<void>((resolve) => reservations.listen(0, '127.0.0.1', resolve));
  const prefix = `http://127.0.0.1:${(reservations.address() as AddressInfo).port}`;
  const asks = { ...door, reservations: { prefix, headers: sent } };
  asking = await startJitsiStandIn({ ...asks, subject: 'meet.stand-in' });
  today = await startJitsiStandIn({ ...asks, saysFirstWhatIsThere: true });
  opening = await startJitsiStandIn({ ...asks, letsAnybodyOpen: true });
}, 150_000);

afterAll(async () => {
  await strict?.stop();
  await careless?.stop();
  await asking?.stop();
  await today?.stop();
  await opening?.stop();
  reservations.close();
});

/** What the self-test says, check by check, as `result` or `result finding`. */
async function run(
  jitsi: Partial<JitsiSettings>,
  { ca = '', direct = {} }: { ca?: string; direct?: object } = {},
): Promise<Record<string, string>> {
  const settings = memoryMediaSettings(settingsWith({ jitsi, direct }));
  const test = createTestMedia({
    settings,
    outbound: createOutbound({
      privateHosts: ['localhost', '127.0.0.1'],
      timeoutMs: 3_000,
      ...(ca !== '' && { ca }),
    }),
    createRoom: createMedia(settings, { now: Date.now }).createRoom,
    mint: (stored, room) =>
      signJitsiToken(
        stored,
        { room, userId: 'self-test', participant: { side: 'agent', name: 'A' } },
        Date.now(),
      ),
    foreignKey: ({ algorithm }) => foreignKey(algorithm),
    watchReservation: watch.watch,
  });
  const { checks } = await test();
  return Object.fromEntries(
    checks.map(({ check, finding, result }) => [check, finding === null ? result : `${result} ${finding}`]),
  );
}

/** A stand-in, where its client could be fetched; else the test is skipped by name. */
function there(standIn: JitsiStandIn | null, skip: (note: string) => never): JitsiStandIn {
  return standIn ?? skip('Jitsi’s client could not be fetched from the package registry');
}

const ICE = { 'ice-urls': 'not-testable not-configured' };

describe('the self-test', () => {
  it('[M3] of a deployment that is set up well', async ({ skip }) => {
    const deployment = there(strict, skip);
    expect(await run({ domain: deployment.domain }, { ca: deployment.certificate })).toEqual({
      answers: 'ok',
      'serves-client': 'ok',
      'accepts-token': 'ok',
      'refuses-no-token': 'ok',
      'refuses-foreign-signature': 'ok',
      'accepts-room': 'ok',
      'refuses-other-room': 'ok',
      'asks-reservation': 'not-testable not-asked',
      ...ICE,
    });
    expect(deployment.occupantsOf('')).toBe(0);
  });

  it('[Z137] finding D6: of one that asks for reservations and looks at the subject', async ({ skip }) => {
    const deployment = there(asking, skip);
    const found = await run(
      { domain: deployment.domain, subject: 'meet.stand-in', reservationSecret: RESERVATION },
      { ca: deployment.certificate },
    );
    expect(found).toMatchObject({
      'accepts-token': 'ok',
      'accepts-room': 'ok',
      'refuses-other-room': 'ok',
      'asks-reservation': 'ok',
    });
  });

  it('[Z137] finding D6: of one with another subject, and another reservation secret', async ({ skip }) => {
    const deployment = there(asking, skip);
    sent['authorization'] = 'Bearer what-was-typed-wrong';
    const found = await run(
      { domain: deployment.domain, reservationSecret: RESERVATION },
      { ca: deployment.certificate },
    );
    expect(found).toMatchObject({
      'accepts-token': 'ok',
      'accepts-room': 'failed room-refused',
      'refuses-other-room': 'not-testable needs-browser',
      'asks-reservation': 'failed wrong-secret',
    });
  });

  it('[Z137] finding D6: of one that never asks, though a secret is stored', async ({ skip }) => {
    const deployment = there(strict, skip);
    const found = await run(
      { domain: deployment.domain, reservationSecret: RESERVATION },
      { ca: deployment.certificate },
    );
    expect(found).toMatchObject({ 'asks-reservation': 'failed not-asked' });
  });

  it('[Z137] finding D6: of one that asks, and whose secret nobody has stored', async ({ skip }) => {
    const deployment = there(asking, skip);
    sent['authorization'] = `Bearer ${RESERVATION}`;
    const found = await run(
      { domain: deployment.domain, subject: 'meet.stand-in' },
      { ca: deployment.certificate },
    );
    expect(found).toMatchObject({ 'asks-reservation': 'failed no-reservation-secret' });
  });

  it('[Z137] finding D6: of one with today’s modules, which say first that a room is not there', async ({
    skip,
  }) => {
    const deployment = there(today, skip);
    const found = await run(
      { domain: deployment.domain, reservationSecret: RESERVATION },
      { ca: deployment.certificate },
    );
    expect(found).toMatchObject({
      'accepts-token': 'ok',
      'accepts-room': 'not-testable needs-browser',
      'refuses-other-room': 'not-testable needs-browser',
      'asks-reservation': 'ok',
    });
  });

  it('[Z137] finding D6: of one that lets a token’s holder open a room whose reservation was refused', async ({
    skip,
  }) => {
    const deployment = there(opening, skip);
    const found = await run(
      { domain: deployment.domain, reservationSecret: RESERVATION },
      { ca: deployment.certificate },
    );
    expect(found).toMatchObject({
      'accepts-room': 'ok',
      'refuses-other-room': 'ok',
      'asks-reservation': 'failed lets-in',
    });
  });

  it('[M3] of one with another secret', async ({ skip }) => {
    const deployment = there(strict, skip);
    const found = await run(
      { domain: deployment.domain, signingKey: 'another-secret-altogether' },
      { ca: deployment.certificate },
    );
    expect(found).toMatchObject({ 'accepts-token': 'failed refused', 'refuses-no-token': 'ok' });
  });

  it('[M3] of one that lets everybody in', async ({ skip }) => {
    const deployment = there(careless, skip);
    const ca = deployment.certificate;
    expect(await run({ domain: deployment.domain }, { ca })).toMatchObject({
      'accepts-token': 'ok',
      'refuses-no-token': 'failed lets-in',
    });
    expect(await run({ domain: deployment.domain, kind: 'open' }, { ca })).toMatchObject({
      'accepts-token': 'not-testable open',
      'refuses-no-token': 'failed lets-in',
    });
  });

  it('[M3] of a server that is no deployment', async () => {
    const certificate = makeSelfSigned(['localhost']);
    const server = createServer(certificate, (_, response) => response.writeHead(404).end('no'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const domain = `localhost:${(server.address() as AddressInfo).port}`;
    expect(await run({ domain }, { ca: certificate.cert })).toMatchObject({
      answers: 'ok',
      'serves-client': 'failed bad-answer',
      'refuses-no-token': 'not-testable no-signalling',
    });
    expect(await run({ domain })).toMatchObject({ answers: 'failed certificate' });
    server.closeAllConnections();
    server.close();
    expect(await run({ domain })).toMatchObject({
      answers: 'failed unreachable',
      'refuses-no-token': 'not-testable unreachable',
    });
  });

  it.each<[string, object, string]>([
    ['STUN alone', { iceUrls: ['stun:s.example'] }, 'ok no-turn'],
    ['TURN', { iceUrls: ['turn:s.example'], turnSecret: 'turn-secret' }, 'ok shape-only'],
    ['TURN without its secret', { iceUrls: ['turns:s.example'] }, 'failed no-turn-secret'],
  ])('[M3] of %s', async (_, direct, expected) => {
    expect(await run({}, { direct })).toEqual({ 'ice-urls': expected });
  });
});
