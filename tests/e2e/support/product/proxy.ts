import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A stretch of network of our own between a browser and the product, which can fail in the ways that networks do. */
export interface Proxy {
  readonly port: number;
  /** Ends what is open, and lets nothing new through until `mend`. */
  cut(): void;
  /** Nothing passes any more, and neither side is told: half-open, as a cable pulled or a phone out of reach. */
  freeze(): void;
  mend(): void;
  /** What the browser sends passes at so many bytes a second; null lets it through at once. */
  narrow(bytesPerSecond: number | null): void;
  /** New connections pass again, and nobody is told of what froze: as for a laptop that wakes up elsewhere. */
  wake(): void;
  stop(): Promise<void>;
}

interface Pair {
  readonly ends: readonly [Socket, Socket];
  /** Frozen for good. */
  isSilent: boolean;
}

export async function startProxy(targetPort: number): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let rate: number | null = null;
  let state: 'open' | 'cut' | 'frozen' = 'open';

  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(targetPort, '127.0.0.1');
    const pair: Pair = { ends: [near, far], isSilent: state === 'frozen' };
    pairs.add(pair);
    const close = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => {
        if (!pair.isSilent) to.write(chunk);
        if (rate === null || from === far) return;
        from.pause();
        setTimeout(() => from.resume(), (chunk.length / rate) * 1_000);
      });
      from.on('error', close);
      // A frozen network tells nobody of an end.
      from.on('close', () => {
        if (!pair.isSilent) close();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const drop = (): void => {
    for (const { ends } of [...pairs]) for (const socket of ends) socket.destroy();
    pairs.clear();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = 'cut';
      drop();
    },
    freeze: () => {
      state = 'frozen';
      for (const pair of pairs) pair.isSilent = true;
    },
    mend: () => {
      // What was frozen never comes back to life: its bytes are gone.
      drop();
      state = 'open';
    },
    narrow: (bytesPerSecond) => {
      rate = bytesPerSecond;
    },
    wake: () => {
      state = 'open';
    },
    stop: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
