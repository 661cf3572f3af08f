import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { boundRequests } from '../../../plugins/attendance/server/src/gateway/limits/bound-requests';
import { rawHttp } from '../../support/wire/raw-http';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const RULES = { headersMs: 400, paceMs: 1_000, leastBytes: 100, stallMs: 800, lookMs: 100 };

async function serve(
  listener: RequestListener = (request, response) => request.resume().on('end', () => response.end('whole')),
) {
  const http = createServer(listener);
  stops.push(
    boundRequests(http, RULES),
    () => http.close(),
    () => http.closeAllConnections(),
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

const head = (length: number) => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;

describe('[Z102] finding A17: what keeps the server waiting ends', () => {
  it('a connection that is silent, and headers that do not come', async () => {
    const url = await serve();
    const silent = await rawHttp(url, '');
    const slow = await rawHttp(url, 'GET / HTTP/1.1\r\nX-');
    const drip = setInterval(() => slow.socket.write('a'), 50);
    stops.push(() => clearInterval(drip));
    await Promise.all([silent.closed, slow.closed]);
  });

  it('a body that trickles', async () => {
    const slow = await rawHttp(await serve(), head(1_000));
    const drip = setInterval(() => slow.socket.write('a'), 50);
    stops.push(() => clearInterval(drip));
    await slow.closed;
    expect(slow.heard()).toBe('');
  });

  it('and not a body that is slow but moves', async () => {
    const { heard, socket } = await rawHttp(await serve(), head(3_000));
    // Each time what the pace asks for: for longer than it may stand still.
    for (let sent = 0; sent < 3_000; sent += 200) {
      socket.write('a'.repeat(200));
      await new Promise((resume) => setTimeout(resume, 100));
    }
    if (heard() === '') await once(socket, 'data');
    expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it('nor a body that we are in no hurry to read, nor an answer that we take long for', async () => {
    const url = await serve((request, response) => {
      setTimeout(() => request.resume().on('end', () => response.end('whole')), 1_500);
    });
    const late = await rawHttp(url, head(100_000));
    late.socket.write('a'.repeat(100_000));
    await once(late.socket, 'data');
    expect(late.heard()).toMatch(/^HTTP\/1\.1 200 /);
    late.socket.destroy();
  });

  it('an answer that nobody reads', async () => {
    const url = await serve((_, response) => response.end(Buffer.alloc(50_000_000)));
    const gone = await rawHttp(url, '');
    gone.socket.pause();
    gone.socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    // Its own end is heard once it reads again.
    await new Promise((resume) => setTimeout(resume, 1_500));
    gone.socket.resume();
    await gone.closed;
    expect(gone.heard().length).toBeLessThan(50_000_000);
  });

  it('what the application has set is kept', () => {
    const http = createServer({ headersTimeout: 5_000, connectionsCheckingInterval: 1_000 });
    stops.push(boundRequests(http, RULES));
    expect(http.headersTimeout).toBe(5_000);
    expect(http).toMatchObject({ connectionsCheckingInterval: 1_000 });
  });
});
