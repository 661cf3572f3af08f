import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/**
 * A narrow stretch of road before a TURN server: what a browser sends there is queued at so many bits a second, and dropped where the
 * queue is full, as a home connection's router does. What comes back is untouched.
 */
export interface Throttle {
  readonly url: string;
  /** Null lets everything through at once. */
  limit(kbps: number | null): void;
  stop(): Promise<void>;
}

/** As much as a router's queue holds, in time. */
const LONGEST_QUEUE_MS = 300;

export async function startThrottle(turnUrl: string): Promise<Throttle> {
  const target = Number(/:(\d+)\?/.exec(turnUrl)?.[1]);
  const near = createSocket('udp4');
  /** One for each address and port of a browser, as a router that translates addresses has. */
  const far = new Map<number, Socket>();
  let rate: number | null = null;
  let freeAt = 0;

  const towards = (port: number, address: string): Socket => {
    const known = far.get(port);
    if (known !== undefined) return known;
    const socket = createSocket('udp4').on('message', (packet) => near.send(packet, port, address));
    far.set(port, socket);
    return socket;
  };

  near.on('message', (packet, { address, port }) => {
    const socket = towards(port, address);
    const send = (): void => socket.send(packet, target, '127.0.0.1', () => undefined);
    const now = performance.now();
    if (rate === null) return send();
    const from = Math.max(now, freeAt);
    if (from - now > LONGEST_QUEUE_MS) return;
    freeAt = from + (packet.length * 8) / rate;
    setTimeout(send, freeAt - now);
  });
  near.bind(0, '127.0.0.1');
  await once(near, 'listening');
  return {
    url: `turn:127.0.0.1:${near.address().port}?transport=udp`,
    limit: (kbps) => {
      rate = kbps;
      freeAt = 0;
    },
    stop: async () => {
      for (const socket of far.values()) socket.close();
      near.close();
      await once(near, 'close');
    },
  };
}
