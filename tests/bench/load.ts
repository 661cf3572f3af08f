import type { Acknowledged } from '../support/strapi/losses';
import type { WireClient } from '../support/wire/wire-client';
import { cpuSeconds } from './process-usage';
import { quantile } from './statistics';

/** What is put under load: one server, with its visitors and agents connected. */
export interface Subject {
  readonly name: string;
  readonly pid: number;
  readonly visitors: readonly {
    readonly client: WireClient;
    readonly interactionId: number;
    /** The payload of `message:post`. */
    readonly post: (clientMessageId: string) => object;
  }[];
  readonly agents: readonly WireClient[];
  /** Every acknowledgement there was, for the count of losses. */
  readonly acknowledged: Acknowledged[];
}

/**
 * `closed`: so many messages are always under way, which finds the most that the server does. `open`: so many a second
 * whatever the server does, each latency counted from when the message was due.
 */
export type Load =
  | { readonly kind: 'closed'; readonly inFlight: number }
  | { readonly kind: 'open'; readonly perSecond: number };

export interface LoadResult {
  readonly messagesPerSecond: number;
  /** Messages for each second of the server's CPU: what one core does. */
  readonly messagesPerCpuSecond: number;
  readonly ackMs: Latency;
  readonly deliveryMs: Latency;
  readonly refused: number;
  readonly unanswered: number;
  readonly undelivered: number;
}

export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

const SETTLES_WITHIN_MS = 5_000;
const ID = 'bench-message-';

/** Every message of this process has a number of its own, so that a late one is never taken for another. */
let lastNumber = 0;

class Measurement {
  readonly ackMs: number[] = [];
  readonly deliveryMs: number[] = [];
  sent = 0;
  acknowledged = 0;
  refused = 0;
  delivered = 0;
  /** Messages due before are not counted: the server warms up. */
  countsFrom = Number.POSITIVE_INFINITY;
  private readonly dueAt = new Map<number, number>();

  constructor(private readonly subject: Subject) {
    for (const agent of subject.agents) agent.onFact = (text) => this.deliver(text);
  }

  send(due: number, onAnswer: () => void): void {
    const number = (lastNumber += 1);
    const { visitors } = this.subject;
    const visitor = visitors[number % visitors.length];
    if (visitor === undefined) throw new Error('nobody is connected');
    const clientMessageId = `${ID}${number}`;
    this.dueAt.set(number, due);
    this.sent += 1;
    visitor.client.command('message:post', visitor.post(clientMessageId), (text) => {
      const [answer] = JSON.parse(text) as [{ ok: boolean; data?: { sequence: number } }];
      if (answer.data === undefined) this.refused += 1;
      else {
        const { interactionId } = visitor;
        const { sequence } = answer.data;
        this.subject.acknowledged.push({ interactionId, clientMessageId, sequence });
        this.acknowledged += 1;
        if (due >= this.countsFrom) this.ackMs.push(performance.now() - due);
      }
      onAnswer();
    });
  }

  private deliver(text: string): void {
    const at = text.indexOf(`"${ID}`);
    if (at < 0) return;
    const from = at + ID.length + 1;
    const number = Number(text.slice(from, text.indexOf('"', from)));
    const due = this.dueAt.get(number);
    if (due === undefined) return;
    this.dueAt.delete(number);
    this.delivered += 1;
    if (due >= this.countsFrom) this.deliveryMs.push(performance.now() - due);
  }
}

/** Warms up, measures for `ms`, and waits for what is under way. */
export async function load(
  subject: Subject,
  kind: Load,
  { warmMs, ms }: { warmMs: number; ms: number },
): Promise<LoadResult> {
  const measurement = new Measurement(subject);
  const startedAt = performance.now();
  const endsAt = startedAt + warmMs + ms;
  const sending = kind.kind === 'closed' ? sendClosed : sendOpen;
  const sent = sending(measurement, kind as never, startedAt, endsAt);
  await pause(warmMs);
  const from = { cpu: cpuSeconds(subject.pid), at: performance.now(), acked: measurement.acknowledged };
  measurement.countsFrom = from.at;
  await pause(ms - (performance.now() - from.at));
  const cpu = cpuSeconds(subject.pid) - from.cpu;
  const seconds = (performance.now() - from.at) / 1_000;
  const acked = measurement.acknowledged - from.acked;
  await sent;
  await settle(measurement);
  return {
    messagesPerSecond: acked / seconds,
    messagesPerCpuSecond: acked / cpu,
    ackMs: latency(measurement.ackMs),
    deliveryMs: latency(measurement.deliveryMs),
    refused: measurement.refused,
    unanswered: measurement.sent - measurement.acknowledged - measurement.refused,
    undelivered: measurement.acknowledged - measurement.delivered,
  };
}

async function sendClosed(
  measurement: Measurement,
  { inFlight }: { inFlight: number },
  _: number,
  endsAt: number,
): Promise<void> {
  const next = (): void => {
    const now = performance.now();
    if (now < endsAt) measurement.send(now, next);
  };
  for (let count = 0; count < inFlight; count += 1) next();
  await pause(endsAt - performance.now());
}

async function sendOpen(
  measurement: Measurement,
  { perSecond }: { perSecond: number },
  startedAt: number,
  endsAt: number,
): Promise<void> {
  for (let count = 0; performance.now() < endsAt; await pause(1)) {
    const due = ((performance.now() - startedAt) / 1_000) * perSecond;
    for (; count < due; count += 1)
      measurement.send(startedAt + (count / perSecond) * 1_000, () => undefined);
  }
}

async function settle(measurement: Measurement): Promise<void> {
  const startedAt = performance.now();
  const isSettled = (): boolean =>
    measurement.acknowledged + measurement.refused === measurement.sent &&
    measurement.delivered >= measurement.acknowledged;
  while (!isSettled() && performance.now() - startedAt < SETTLES_WITHIN_MS) await pause(10);
}

function latency(values: readonly number[]): Latency {
  return { p50: quantile(values, 0.5), p99: quantile(values, 0.99) };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, Math.max(0, ms)));
}
