import { Worker } from 'node:worker_threads';

import type { Outcome } from '../../application/outcome';
import type { ReadingAnswer, ReadingName, ReadingRequest, Readings, WorkerStart } from './readings';

/** Reads beside the chat, so that nothing long ever stops it. */
export interface Reader {
  /**
   * `unavailable`: too much is being read at once, or this takes too long.
   * @throws when the reading itself failed
   */
  read<Name extends ReadingName>(
    name: Name,
    query: Parameters<Readings[Name]>[1],
  ): Promise<Outcome<ReturnType<Readings[Name]>>>;
  stop(): Promise<void>;
}

/** Most queries that wait for a result; a further one is refused as `unavailable`. */
const WAITING_MAX = 32;
/** SQLite cannot be interrupted: what takes longer goes down with its thread. */
const PATIENCE_MS = 10_000;

interface Waiting {
  readonly resolve: (outcome: Outcome<never>) => void;
  readonly reject: (fault: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

export interface ReaderOptions extends WorkerStart {
  /** The built file of worker.ts. */
  readonly workerFile: string;
  /** Time after which a query is given up, in ms. */
  readonly patienceMs?: number;
  readonly onOverdue: (name: ReadingName) => void;
}

/** The thread is started by the first reading; one that died is replaced by the next. */
export function createReader({
  onOverdue,
  patienceMs = PATIENCE_MS,
  workerFile,
  ...start
}: ReaderOptions): Reader {
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
    opened.on('message', (answer: ReadingAnswer) =>
      settle(answer.id, ({ reject, resolve }) => {
        if (answer.ok) resolve({ ok: true, data: answer.data as never });
        else reject(new Error(`attendance: a reading failed: ${answer.fault}`));
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
        }, patienceMs);
        waiting.set(lastId, { resolve, reject, timer });
        worker ??= open();
        worker.postMessage({ id: lastId, name, query } satisfies ReadingRequest);
      });
    },
    stop: close,
  };
}
