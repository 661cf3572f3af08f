import { Worker } from 'node:worker_threads';

import type { Outcome } from '../../application/outcome';
import type { QueryResponse, QueryName, QueryRequest, Queries, WorkerStart } from './queries';

/** Worker thread that runs queries beside the chat, so that no long one ever stops it. */
export interface ReadWorker {
  /**
   * Runs a query. `unavailable`: too many run at once, or this takes too long.
   * @throws when the query itself failed
   */
  read<Name extends QueryName>(
    name: Name,
    query: Parameters<Queries[Name]>[1],
  ): Promise<Outcome<ReturnType<Queries[Name]>>>;
  stop(): Promise<void>;
}

/** Most queries that wait for a result; a further one is refused as `unavailable`. */
const WAITING_MAX = 32;
/** Longest time of a query, in ms. SQLite cannot be interrupted: one that takes longer is ended with its thread. */
const TIMEOUT_MS = 10_000;

interface Waiting {
  readonly resolve: (outcome: Outcome<never>) => void;
  readonly reject: (fault: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

export interface ReadWorkerOptions extends WorkerStart {
  /** The built file of worker.ts. */
  readonly workerFile: string;
  /** Time after which a query is given up, in ms. */
  readonly timeoutMs?: number;
  readonly onOverdue: (name: QueryName) => void;
}

/** Creates a worker, whose thread is started by the first query; one that died is replaced by the next. */
export function createReadWorker({
  onOverdue,
  timeoutMs = TIMEOUT_MS,
  workerFile,
  ...start
}: ReadWorkerOptions): ReadWorker {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  const settle = (id: number, how: (waiting: Waiting) => void): void => {
    const one = waiting.get(id);
    if (one === undefined) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    how(one);
  };
  const settleAll = (how: (waiting: Waiting) => void): void => {
    for (const id of [...waiting.keys()]) settle(id, how);
  };
  const open = (): Worker => {
    const opened = new Worker(workerFile, { workerData: start, name: 'attendance-reader' });
    opened.on('message', (response: QueryResponse) =>
      settle(response.id, ({ reject, resolve }) => {
        if (response.ok) resolve({ ok: true, data: response.data as never });
        else reject(new Error(`attendance: a reading failed: ${response.fault}`));
      }),
    );
    const gone = (fault: Error): void => {
      if (worker !== opened) return;
      worker = null;
      settleAll(({ reject }) => reject(fault));
    };
    opened.on('error', gone);
    opened.on('exit', () => gone(new Error('attendance: the thread that reads has ended')));
    // A process that wants to end does not wait for it.
    opened.unref();
    return opened;
  };
  const close = async (): Promise<void> => {
    const closing = worker;
    worker = null;
    settleAll(({ resolve }) => resolve({ ok: false, code: 'unavailable' }));
    await closing?.terminate();
  };

  return {
    read: (name, query) => {
      if (waiting.size >= WAITING_MAX) return Promise.resolve({ ok: false, code: 'unavailable' });
      return new Promise((resolve, reject) => {
        lastId += 1;
        const timer = setTimeout(() => {
          onOverdue(name);
          close().catch(reject);
        }, timeoutMs);
        waiting.set(lastId, { resolve, reject, timer });
        worker ??= open();
        worker.postMessage({ id: lastId, name, query } satisfies QueryRequest);
      });
    },
    stop: close,
  };
}
