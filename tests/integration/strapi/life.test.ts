import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';

import { SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';
import { createGateway } from '../../../plugins/attendance/server/src/gateway/connection/gateway';
import { codeOf, connectAgent, dataOf, PAGE, SHOP } from '../../support/wire/clients';
import { expectChatWorks, post, startScene } from '../../support/scene';

const MARKER = 'zqmarcador';

it('[Z13] neither what people write nor who they are gets into the log', async () => {
  const scene = await startScene();
  const lines: string[] = [];
  scene.server.strapi.log.on('data', (line: unknown) => lines.push(JSON.stringify(line)));
  const neighbour = await scene.conversation();
  const { ana, carla, interactionId, token } = neighbour;
  const email = `${MARKER}@exemplo.com`;
  const page = { url: `${SHOP}/${MARKER}`, title: MARKER, referrer: '' };
  const { socket } = await scene.visitor();
  dataOf(
    await socket.emitWithAck('interaction:request', {
      channel: 'chat',
      page,
      answers: { name: `Nome ${MARKER}`, email, phone: '+55 11 90000-0000' },
    }),
  );
  dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, `texto ${MARKER}`)));
  dataOf(await carla.socket.emitWithAck('page:report', { page }));
  dataOf(await ana.socket.emitWithAck('visitor:update', { interactionId, name: MARKER, document: MARKER }));
  const message = { name: MARKER, email, body: MARKER, page };
  dataOf(await carla.socket.emitWithAck('offline-message:leave', message));
  // A refusal and a fault must not say more than a success.
  codeOf(
    await carla.socket.emitWithAck('message:post', post(interactionId, `${MARKER}${'x'.repeat(4_000)}`)),
  );
  await scene.knex.schema.renameTable('attendance_messages', 'attendance_messages_away');
  const fault = await carla.socket.emitWithAck('message:post', post(interactionId, `perdido ${MARKER}`));
  await scene.knex.schema.renameTable('attendance_messages_away', 'attendance_messages');
  expect(fault).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(fault)).not.toMatch(/sqlite|attendance_messages|insert|\.js/i);
  await connectAgent(scene.server.url, `${MARKER}.${MARKER}.${MARKER}`).catch(() => undefined);
  await expectChatWorks(neighbour);
  await scene.reset();
  await scene.stop();
  const text = lines.join('\n');
  // The log was captured at all: the fault is in it, by its reference.
  expect(text).toContain(fault.ok ? '' : (fault.error.reference ?? ''));
  expect(text).toContain('attendance: a command failed');
  for (const secret of [MARKER, 'Carla', '90000-0000', token, scene.tokens.ana])
    expect(text).not.toContain(secret);
});

it('[Z12] a second start in the same process serves like the first', async () => {
  const first = await startScene();
  await first.stop();
  const second = await startScene();
  await expectChatWorks(await second.conversation());
  await second.reset();
  await second.stop();
});

it('[Z12] a gateway that was stopped leaves no timer and no connection behind', async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const connectionsClosed: Promise<unknown>[] = [];
  http.on('connection', (connection) => connectionsClosed.push(once(connection, 'close')));
  const before = timers();
  const gateway = createGateway(http, {
    isOriginAllowed: () => Promise.resolve(true),
    connectionDelay: () => Promise.resolve(0),
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const sockets = Array.from({ length: 5 }, () =>
    io(`${url}/visitor`, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: PAGE.url },
    }),
  );
  await Promise.all(
    sockets.map((socket) => new Promise<void>((resolve) => socket.once('connect', () => resolve()))),
  );
  const gone = sockets.map(
    (socket) => new Promise<void>((resolve) => socket.once('disconnect', () => resolve())),
  );
  await gateway.stop();
  await Promise.all(gone);
  // Each end of a WebSocket waits for the other's close, with a timer; nothing but the end of the connection stops it.
  await Promise.all(connectionsClosed);
  await new Promise((resolve) => http.close(resolve));
  expect(timers()).toBeLessThanOrEqual(before);
});
