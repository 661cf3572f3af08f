import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { WebSocketEngine } from '../../../../widget/app/realtime/engine/web-socket-engine';

/** The browser's end of a socket, driven by hand. */
class FakeWebSocket {
  static last: FakeWebSocket;
  readonly sent: string[] = [];
  isClosed = false;
  onmessage: (event: { data: string }) => void = () => {};
  onclose: () => void = () => {};

  constructor(readonly url: string) {
    FakeWebSocket.last = this;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }
}

const HANDSHAKE = `0${JSON.stringify({ sid: 'x', upgrades: [], pingInterval: 10_000, pingTimeout: 10_000 })}`;
let offline: () => void = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.stubGlobal('addEventListener', (_name: string, listener: () => void) => {
    offline = listener;
  });
  vi.stubGlobal('removeEventListener', () => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function open() {
  const engine = new WebSocketEngine('https://atende.example', { path: '/attendance/socket' });
  const told: string[] = [];
  engine.on('open', () => told.push('open'));
  engine.on('data', (packet) => told.push(`data ${packet}`));
  engine.on('error', ({ message }) => told.push(`error ${message}`));
  engine.on('close', (reason) => told.push(`close ${reason}`));
  const socket = FakeWebSocket.last;
  return { engine, told, socket, receive: (data: string) => socket.onmessage({ data }) };
}

it('[C3] opens with the handshake, answers pings, and carries packets both ways', () => {
  const { engine, told, socket, receive } = open();
  expect(socket.url).toBe('wss://atende.example/attendance/socket/?EIO=4&transport=websocket');
  engine.write('too early');
  expect(engine.transport.writable).toBe(false);
  receive(HANDSHAKE);
  expect(engine.transport.writable).toBe(true);
  receive('2');
  receive('42["x"]');
  engine.write('2["y"]');
  expect(socket.sent).toEqual(['3', '42["y"]']);
  expect(told).toEqual(['open', 'data 2["x"]']);
});

it('[C3] ends a connection over which no ping comes, after interval and patience', () => {
  const { told, socket, receive } = open();
  receive(HANDSHAKE);
  vi.advanceTimersByTime(19_999);
  receive('2');
  vi.advanceTimersByTime(19_999);
  expect(told).toEqual(['open']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['open', 'close ping timeout']);
  expect(socket.isClosed).toBe(true);
});

it('[C3] notices a connection that died while the device slept, before it writes', () => {
  const { engine, told, receive } = open();
  receive(HANDSHAKE);
  vi.setSystemTime(Date.now() + 60_000);
  expect(engine._hasPingExpired()).toBe(true);
  vi.advanceTimersByTime(0);
  expect(told).toEqual(['open', 'close ping timeout']);
});

it('[C3] ends at once when the browser says that there is no network, and only once', () => {
  const { engine, told, socket, receive } = open();
  receive(HANDSHAKE);
  offline();
  socket.onclose();
  engine.close();
  expect(told).toEqual(['open', 'close transport close']);
});

it('[C3] tells a connection that never opened from one that was lost', () => {
  const { told, socket } = open();
  socket.onclose();
  expect(told).toEqual(['error transport close']);
});
