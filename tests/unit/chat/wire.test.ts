import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { keepConnected, type WireSocket } from '../../../plugins/attendance/chat/wire';
import type { ErrorCode, ProtocolError } from '../../../plugins/attendance/protocol/shared/errors';

type Commands = { readonly 'typing:set': { readonly payload: object; readonly data: object } };

/** A socket driven by hand; what connects it counts. */
class FakeSocket {
  connected = false;
  /** Whether it comes back by itself. */
  active = false;
  readonly acts: string[] = [];
  #disconnected: (reason: string) => void = () => {};
  #refused: (fault: { readonly data?: ProtocolError }) => void = () => {};
  #fact: (type: string, fact: unknown) => void = () => {};

  connect = () => void this.acts.push('connect');
  disconnect = () => void this.acts.push('disconnect');
  onAny = (listener: (type: string, fact: unknown) => void) => void (this.#fact = listener);
  on = (name: string, listener: never) => {
    if (name === 'disconnect') this.#disconnected = listener;
    else this.#refused = listener;
  };
  emit = (name: string) => void this.acts.push(`emit ${name}`);
  timeout = () => ({ emitWithAck: () => Promise.reject(new Error('timeout')) });

  lose(reason: string): void {
    this.connected = false;
    this.#disconnected(reason);
  }
  refuse(code?: ErrorCode, retryAfterMs?: number): void {
    this.#refused(
      code === undefined
        ? {}
        : { data: { code, message: '', ...(retryAfterMs !== undefined && { retryAfterMs }) } },
    );
  }
  tell(type: string): void {
    this.#fact(type, {});
  }
}

function scene(renew: () => boolean | Promise<boolean> = () => false) {
  const socket = new FakeSocket();
  const told: string[] = [];
  const wire = keepConnected<Commands>(socket as unknown as WireSocket, {
    onFact: (type) => told.push(type),
    onLost: () => told.push('lost'),
    onFailed: () => told.push('failed'),
    onRefused: (code) => told.push(`refused ${code}`),
    renew,
  });
  const connects = () => socket.acts.filter((act) => act === 'connect').length;
  return { connects, socket, told, wire };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[C3] [Z139] comes back after the server has closed the connection, within three seconds and not before half of that', async () => {
  const { connects, socket, told } = scene();
  socket.lose('io server disconnect');
  await vi.advanceTimersByTimeAsync(1_499);
  expect(connects()).toBe(0);
  await vi.advanceTimersByTimeAsync(1_501);
  expect(connects()).toBe(1);
  expect(told).toEqual(['lost']);
});

it('[C3] leaves a lost network to socket.io, and a server that cannot be reached', async () => {
  const { connects, socket, told } = scene();
  socket.lose('transport close');
  socket.active = true;
  socket.refuse();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connects()).toBe(0);
  expect(told).toEqual(['lost', 'failed']);
});

it('[C3] comes back when the server asks for it, and not by itself where it wants nobody', async () => {
  const { connects, socket, told } = scene();
  socket.refuse('rate_limited', 7_000);
  await vi.advanceTimersByTimeAsync(6_999);
  expect(connects()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(connects()).toBe(1);
  socket.refuse('forbidden');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connects()).toBe(1);
  expect(told).toEqual(['failed', 'refused forbidden']);
});

it('[Z139] renews a session once, and is refused where that is in vain or there is none', async () => {
  const { connects, socket, told } = scene(() => Promise.resolve(true));
  socket.refuse('unauthorized');
  await vi.advanceTimersByTimeAsync(0);
  expect(connects()).toBe(1);
  socket.refuse('unauthorized');
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['refused unauthorized']);
  socket.tell('snapshot');
  socket.refuse('unauthorized');
  await vi.advanceTimersByTimeAsync(0);
  expect(connects()).toBe(2);
  const without = scene();
  without.socket.refuse('unauthorized');
  await vi.advanceTimersByTimeAsync(0);
  expect(without.told).toEqual(['refused unauthorized']);
});

it('[Z139] tries again where a newer server refuses with a code that is not known here', async () => {
  const { connects, socket, told } = scene();
  socket.refuse('somewhere_new' as ErrorCode);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(connects()).toBe(1);
  expect(told).toEqual(['failed']);
});

it('[Z139] who left while the session was being renewed is told of no refusal', async () => {
  let renewed = (_: boolean): void => {};
  const { socket, told, wire } = scene(() => new Promise<boolean>((resolve) => (renewed = resolve)));
  socket.refuse('unauthorized');
  wire.leave();
  renewed(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([]);
});

it('[P1] [P2] stays away between leaving and coming back, whatever was on its way', async () => {
  const { connects, socket, wire } = scene(() => Promise.resolve(true));
  socket.lose('io server disconnect');
  socket.refuse('unauthorized');
  wire.leave();
  wire.reconnect();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connects()).toBe(0);
  wire.comeBack();
  expect(connects()).toBe(1);
});

it('[C2] answers a command in any case, and drops a hint without a connection', async () => {
  const { socket, wire } = scene();
  const unavailable = { ok: false, error: { code: 'unavailable' } };
  wire.hint('typing:set', {});
  expect(await wire.command('typing:set', {})).toMatchObject(unavailable);
  socket.connected = true;
  expect(await wire.command('typing:set', {})).toMatchObject(unavailable);
  wire.hint('typing:set', {});
  expect(socket.acts).toEqual(['emit typing:set']);
});
