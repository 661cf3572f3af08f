import { WebSocketEngine, type EngineOptions } from './web-socket-engine';

/**
 * The module that stands in for engine.io-client in the bundle (see build.mjs), with only what socket.io-client's manager uses of
 * it. It begins with plain WebSocket; when that never opens, for some networks block it, it fetches the general engine with long
 * polling.
 */
type Engine = new (uri: string, options: EngineOptions) => object;

const TRIES_BEFORE_POLLING = 2;

let chosen: Engine = WebSocketEngine;
let failedTries = 0;

function openEngine(uri: string, options: EngineOptions): object {
  if (chosen !== WebSocketEngine) return new chosen(uri, options);
  const engine = new WebSocketEngine(uri, options);
  engine.on('open', () => {
    failedTries = -Infinity;
  });
  engine.on('error', () => {
    failedTries += 1;
    if (failedTries === TRIES_BEFORE_POLLING) void choosePolling();
  });
  return engine;
}

async function choosePolling(): Promise<void> {
  try {
    chosen = (await import('./polling-engine')).PollingEngine;
  } catch {
    // The fetch failed because the server cannot be reached at all, so WebSocket is not to blame.
    failedTries = 0;
  }
}

/** Returns an engine of the chosen kind. The manager calls this with `new`, which yields the object that it returns. */
export const Socket = function Socket(uri: string, options: EngineOptions): object {
  return openEngine(uri, options);
};

interface Timers {
  setTimeoutFn: typeof setTimeout;
  clearTimeoutFn: typeof clearTimeout;
}

export function installTimerFunctions(owner: Timers): void {
  owner.setTimeoutFn = setTimeout.bind(globalThis);
  owner.clearTimeoutFn = clearTimeout.bind(globalThis);
}

export function nextTick(act: () => void): void {
  queueMicrotask(act);
}
