import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocket } from 'ws';
import { afterEach, describe, expect, it } from 'vitest';

import {
  closeStalled,
  type StallRules,
} from '../../../plugins/attendance/server/src/gateway/connection/close-stalled';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A Socket.IO that closes what stalls, and one client of it that speaks by hand. */
async function scene(rules: StallRules) {
  const http = createServer();
  const io = new Server(http, { pingInterval: 50, pingTimeout: 60_000 });
  stops.push(() => io.close(), closeStalled(io.engine, rules));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  stops.push(() => socket.terminate());
  const connected = once(io, 'connection') as Promise<[import('socket.io').Socket]>;
  await once(socket, 'open');
  socket.send('40');
  const [served] = await connected;
  const gone = new Promise<void>((resolve) => served.once('disconnect', () => resolve()));
  return { gone, served, socket };
}

const BIG = 'x'.repeat(1_000_000);

describe('[Z104] finding A3: a client that stops reading and goes on answering pings', () => {
  it('is closed once nothing has moved for a while', async () => {
    const { gone, served, socket } = await scene({ mostWaiting: Number.MAX_SAFE_INTEGER, stallMs: 300 });
    const pongs = setInterval(() => socket.send('3'), 20);
    stops.push(() => clearInterval(pongs));
    socket.pause();
    // More than the system takes on itself.
    for (let count = 0; count < 30; count += 1) served.emit('big', BIG);
    await gone;
    expect(served.connected).toBe(false);
  });

  it('is closed once too much waits behind what is being written', async () => {
    const { gone, served, socket } = await scene({ mostWaiting: 2_000_000, stallMs: 60_000 });
    socket.pause();
    // One frame that the system does not take whole, and others that wait behind it.
    served.emit('big', 'x'.repeat(30_000_000));
    const facts = setInterval(() => served.emit('big', BIG), 5);
    stops.push(() => clearInterval(facts));
    await gone;
    expect(served.connected).toBe(false);
  });

  it('and one that reads slowly is not', async () => {
    const { served, socket } = await scene({ mostWaiting: 100_000_000, stallMs: 1_000 });
    const whole = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => data.length > 1_000_000 && resolve());
    });
    // Some kilobytes at a time, with pauses: for longer than a stall may last.
    const flow = setInterval(() => {
      socket.resume();
      setTimeout(() => socket.pause(), 2);
    }, 60);
    stops.push(() => clearInterval(flow));
    served.emit('big', 'x'.repeat(40_000_000));
    await whole;
    expect(served.connected).toBe(true);
  });
});
