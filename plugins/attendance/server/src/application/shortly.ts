export interface Shortly {
  /** Has the task run after the delay; asking again before then changes nothing. */
  ask(): void;
  /** Forgets what was asked, and waits for the run under way. */
  stop(): Promise<void>;
}

/** Runs a task a little after it was asked for, once for all who asked meanwhile. */
export function shortly(
  delayMs: number,
  task: () => Promise<void>,
  onFault: (fault: unknown) => void,
): Shortly {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = null;
        running = running.then(task).catch(onFault);
      }, delayMs);
    },
    stop: async () => {
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
