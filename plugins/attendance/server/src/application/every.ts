/** Runs a task again and again, never two at once; the returned function stops it and waits for the one under way. */
export function every(
  intervalMs: number,
  task: () => Promise<void>,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const plan = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = task().catch(onFault).finally(plan);
    }, intervalMs);
  };
  plan();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
