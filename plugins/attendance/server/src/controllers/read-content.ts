import type { IncomingMessage } from 'node:http';

/** Longest time without data, in ms: the sender is gone, or plays for time. */
const SILENCE_MS = 20_000;
const WHOLE_MS = 5 * 60_000;
/** Time in ms after which each further second must bring a minimum: a slower upload keeps the room of others, on any network. */
const UNTIMED_MS = 10_000;
const LEAST_BYTES_PER_SECOND = 4_096;
const PACE_CHECK_MS = 1_000;
/** Time in ms for which a refused sender's data is read on, so that they receive the response; nothing of it is kept. */
const DRAIN_MS = 2_000;
const DRAIN_BYTES = 1_024 * 1_024;

export type Content =
  | { readonly ok: true; readonly content: Buffer }
  | { readonly ok: false; readonly why: 'too-large' | 'gone' | 'slow' };

/** Reads the raw body, never more than the cap of it. A sender who goes away in the middle leaves nothing, and a slow one is not waited for. */
export function readContent(request: IncomingMessage, maxBytes: number): Promise<Content> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let silence: NodeJS.Timeout | undefined;
    const settle = (result: Content): void => {
      clearTimeout(silence);
      clearTimeout(whole);
      clearInterval(pace);
      request.off('data', take);
      chunks.length = 0;
      resolve(result);
    };
    const giveUp = (): void => settle({ ok: false, why: 'gone' });
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(giveUp, SILENCE_MS);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > maxBytes) return settle({ ok: false, why: 'too-large' });
      chunks.push(chunk);
      listen();
    };
    const whole = setTimeout(giveUp, WHOLE_MS);
    const startedAt = performance.now();
    const pace = setInterval(() => {
      const seconds = (performance.now() - startedAt - UNTIMED_MS) / 1_000;
      if (size < seconds * LEAST_BYTES_PER_SECOND) settle({ ok: false, why: 'slow' });
    }, PACE_CHECK_MS);
    listen();
    request.on('data', take);
    request.once('end', () => settle({ ok: true, content: Buffer.concat(chunks) }));
    request.once('aborted', giveUp);
    request.once('error', giveUp);
  });
}

/** Ends a request that was answered before its body was read: what still comes is thrown away, and not for long. */
export function stopReading(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  let drained = 0;
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAIN_BYTES) request.destroy();
  });
  const timer = setTimeout(() => request.destroy(), DRAIN_MS);
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
}
