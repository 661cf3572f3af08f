import { WebSocket } from 'ws';

/** Where the process listens for a debugger, as it prints it at its start. */
export function debuggerUrl(output: string): string {
  const match = /Debugger listening on (ws:\/\/\S+)/.exec(output);
  if (match?.[1] === undefined) throw new Error(`no debugger was announced\n${output}`);
  return match[1];
}

/** A debugger's line to a server under measurement: memory is read after a collection, and CPU is profiled on demand. */
export class Inspector {
  private lastId = 0;
  private readonly waiting = new Map<number, (result: Record<string, unknown>) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: Record<string, unknown> };
      if (id !== undefined) this.waiting.get(id)?.(result ?? {});
    });
  }

  static open(url: string): Promise<Inspector> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, { perMessageDeflate: false });
      socket.on('open', () => resolve(new Inspector(socket)));
      socket.on('error', reject);
    });
  }

  async collectGarbage(): Promise<void> {
    await this.ask('HeapProfiler.collectGarbage');
  }

  async startProfile(): Promise<void> {
    await this.ask('Profiler.enable');
    await this.ask('Profiler.start');
  }

  /** The profile as a .cpuprofile file holds it. */
  async stopProfile(): Promise<string> {
    const { profile } = await this.ask('Profiler.stop');
    return JSON.stringify(profile);
  }

  close(): void {
    this.socket.terminate();
  }

  private ask(method: string): Promise<Record<string, unknown>> {
    const id = (this.lastId += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method }));
    });
  }
}
