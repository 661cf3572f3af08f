import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, expect, it, vi } from 'vitest';

import { openWire as openAgentWire } from '../../../admin/src/realtime/wire';
import { openWire as openVisitorWire } from '../../../widget/app/realtime/open-wire';
import { SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  vi.unstubAllGlobals();
});

const LATER = { ok: false, error: { code: 'rate_limited', message: '', retryAfterMs: 30 } };
const PAGE = { ok: true, data: { messages: [], hasMore: false } };

/** Refuses the first two times that a page is asked for. */
async function serve(namespace: string) {
  const http = createServer();
  const io = new Server(http, { path: SOCKET_PATH });
  stops.push(() => io.close());
  const asked: string[] = [];
  io.of(namespace).on('connection', (socket) => {
    socket.emit('snapshot', {});
    socket.onAny((name: string, _: unknown, acknowledge: (answer: object) => void) => {
      asked.push(name);
      acknowledge(asked.length > 2 ? PAGE : LATER);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return { asked, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

const QUERY = { interactionId: 1 as never, afterSequence: 3 };

it('[Z103] [C3] finding A3: the widget waits for its next page of a transcript, and for nothing else', async () => {
  const { asked, url } = await serve('/visitor');
  vi.stubGlobal('location', { origin: url });
  const ignore = () => undefined;
  vi.stubGlobal('addEventListener', ignore);
  vi.stubGlobal('removeEventListener', ignore);
  let hear: () => void = ignore;
  const connected = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const wire = openVisitorWire(() => ({}) as never, {
    onFact: () => hear(),
    onLost: ignore,
    onFailed: ignore,
    onRefused: ignore,
    renew: () => false,
  });
  await connected;
  expect(await wire.command('message:list', QUERY)).toEqual(PAGE);
  expect(asked).toHaveLength(3);
  asked.length = 0;
  expect(await wire.command('typing:set', { interactionId: 1 as never, isTyping: true })).toEqual(LATER);
});

it('[Z103] [C3] finding A3: and so does the agent’s screen', async () => {
  const { asked, url } = await serve('/agent');
  const ignore = () => undefined;
  vi.stubGlobal('addEventListener', ignore);
  vi.stubGlobal('removeEventListener', ignore);
  let hear: () => void = ignore;
  const connected = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const wire = openAgentWire({
    url,
    locale: 'pt-BR',
    token: () => 'x',
    refreshToken: () => Promise.resolve(null),
    onFact: () => hear(),
    onLost: ignore,
    onRefused: ignore,
  });
  stops.push(wire.close);
  await connected;
  expect(await wire.command('message:list', QUERY)).toEqual(PAGE);
  expect(asked).toHaveLength(3);
});
