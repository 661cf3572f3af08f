import { fork, type ChildProcess } from 'node:child_process';

import type { Drawing, DrawingAnswer, DrawingRequest } from './drawing';

/** Draws thumbnails in a process of its own, one after the other. */
export interface Drawer {
  /** `person`: whose picture it is; those of one wait for those of others. Null too where it takes too long, or too many wait. */
  draw(content: Buffer, person: string): Promise<Drawing>;
  stop(): void;
}

export interface DrawerOptions {
  /** The built file of draw.ts. */
  readonly processFile: string;
  /** A picture was not drawn, and the process that drew it is gone. */
  readonly onFault: (fault: unknown) => void;
  /** Time to draw one picture, in ms, before its process is ended; `waitMs` is the time that one waits for those before it. */
  readonly drawMs?: number;
  readonly waitMs?: number;
  readonly waitingMax?: number;
}

const DRAW_MS = 5_000;
/** Longest wait for earlier pictures, in ms: the upload waits as long, with its file in memory. */
const WAIT_MS = 8_000;
const WAITING_MAX = 16;
/** Idle time, in ms, after which the process ends: it takes 50 MB. */
const IDLE_MS = 30_000;
/** Environment variables that the process needs to run; none is a secret. */
const ENVIRONMENT = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMPDIR'];

interface Waiting {
  readonly content: Buffer;
  readonly person: string;
  readonly resolve: (drawing: Drawing) => void;
  /** Gives up waiting. */
  readonly timer: NodeJS.Timeout;
}

function startProcess(file: string): ChildProcess {
  const env = Object.fromEntries(ENVIRONMENT.map((name) => [name, process.env[name]] as const));
  const child = fork(file, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // One picture at a time needs one thread, and one for what is read beside it.
    env: { ...env, UV_THREADPOOL_SIZE: '2' },
    execArgv: [],
  });
  // A server that wants to end does not wait for it.
  child.unref();
  child.channel?.unref();
  return child;
}

/** The process is started by the first picture; one that died, or was too slow, is replaced for the next. */
export function createDrawer({
  drawMs = DRAW_MS,
  onFault,
  processFile,
  waitingMax = WAITING_MAX,
  waitMs = WAIT_MS,
}: DrawerOptions): Drawer {
  const waiting: Waiting[] = [];
  /** Time at which each person was last served; forgotten while nobody waits. */
  const served = new Map<string, number>();
  let child: ChildProcess | null = null;
  let drawing: { readonly id: number; readonly resolve: (drawing: Drawing) => void } | null = null;
  let overdue: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = (): void => {
    const ending = child;
    child = null;
    ending?.kill('SIGKILL');
  };
  const finish = (result: Drawing): void => {
    clearTimeout(overdue);
    drawing?.resolve(result);
    drawing = null;
    next();
  };
  const failed = (fault: unknown): void => {
    end();
    onFault(fault);
    finish(null);
  };
  const open = (): ChildProcess => {
    const opened = startProcess(processFile);
    opened.on('message', ({ drawing: drawn, id }: DrawingAnswer) => {
      if (id === drawing?.id) finish(drawn);
    });
    const gone = (fault: unknown): void => {
      if (child !== opened) return;
      child = null;
      if (drawing !== null) failed(fault);
    };
    opened.on('error', gone);
    opened.on('exit', (code, signal) => gone(new Error(`the process that draws ended: ${signal ?? code}`)));
    return opened;
  };
  /** Picks the entry of the person served least recently; among equals, the first that came. */
  const pick = (): Waiting | undefined => {
    const [first] = waiting.toSorted(
      (one, other) => (served.get(one.person) ?? 0) - (served.get(other.person) ?? 0),
    );
    if (first !== undefined) waiting.splice(waiting.indexOf(first), 1);
    return first;
  };
  const next = (): void => {
    if (drawing !== null) return;
    const picked = pick();
    if (picked === undefined) {
      served.clear();
      idle = setTimeout(end, IDLE_MS).unref();
      return;
    }
    clearTimeout(picked.timer);
    clearTimeout(idle);
    lastId += 1;
    const id = lastId;
    drawing = { id, resolve: picked.resolve };
    served.set(picked.person, id);
    overdue = setTimeout(() => failed(new Error('a picture took too long')), drawMs);
    child ??= open();
    child.send({ id, content: picked.content } satisfies DrawingRequest, (fault) => {
      if (fault !== null && drawing?.id === id) failed(fault);
    });
  };

  return {
    draw: (content, person) =>
      new Promise((resolve) => {
        if (waiting.length >= waitingMax) return resolve(null);
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(one), 1);
          resolve(null);
        }, waitMs);
        const one: Waiting = { content, person, resolve, timer };
        waiting.push(one);
        next();
      }),
    stop: () => {
      clearTimeout(idle);
      for (const { resolve, timer } of waiting.splice(0)) {
        clearTimeout(timer);
        resolve(null);
      }
      end();
      clearTimeout(overdue);
      drawing?.resolve(null);
      drawing = null;
    },
  };
}
