import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * First port to try, below those from which systems take one for outgoing connections: on Linux from 32768 on, elsewhere
 * from 49152 on.
 */
const FIRST = 10_240;
const END = 32_768;

/**
 * Returns a port of loopback on which nobody listens, for a server that is started later, or again. One that the system
 * would choose could be taken by any connection until then.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const told = Promise.race([
    once(probe, 'listening').then(() => true),
    once(probe, 'error').then(() => false),
  ]);
  probe.listen(port, '127.0.0.1');
  const isListening = await told;
  if (isListening) {
    probe.close();
    await once(probe, 'close');
  }
  return isListening;
}
