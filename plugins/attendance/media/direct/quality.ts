import type { CallQuality } from '../../protocol/calls/calls';

/** The part of RTCStatsReport that is read; browsers fill in different parts of it. */
export interface StatEntry {
  readonly type: string;
  readonly kind?: string;
  readonly state?: string;
  readonly nominated?: boolean;
  readonly currentRoundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly roundTripTime?: number;
  readonly fractionLost?: number;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  readonly frameHeight?: number;
}

/** One sample of the statistics. */
export interface Sample {
  readonly atMs: number;
  readonly roundTripMs: number | null;
  /** Share of the packets sent lately that were lost, 0 to 1. */
  readonly loss: number | null;
  /** Estimated capacity of the connection from this side, in kbit/s. */
  readonly availableKbps: number | null;
  readonly bytesSent: number;
  /** Bytes of sound and picture received; null where none of either is expected. */
  readonly bytesReceived: number | null;
  /** Height of the encoded picture in lines; 0 when none is sent. */
  readonly sentHeight: number;
}

const most = (values: readonly (number | undefined)[]): number | null => {
  const known = values.filter((value) => value !== undefined && Number.isFinite(value)) as number[];
  return known.length > 0 ? Math.max(...known) : null;
};

export function readSample(entries: readonly StatEntry[], atMs: number): Sample {
  const of = (type: string) => entries.filter((entry) => entry.type === type);
  const pair = of('candidate-pair').filter(({ state, nominated }) => nominated && state === 'succeeded');
  const remote = of('remote-inbound-rtp');
  const sent = of('outbound-rtp');
  // Of the pair in use it would not do: a pair that fails is none any more, well before the connection says so.
  const received = of('inbound-rtp');
  const seconds =
    most(pair.map(({ currentRoundTripTime }) => currentRoundTripTime)) ??
    most(remote.map(({ roundTripTime }) => roundTripTime));
  const available = most(pair.map(({ availableOutgoingBitrate }) => availableOutgoingBitrate));
  return {
    atMs,
    roundTripMs: seconds === null ? null : seconds * 1_000,
    loss: most(remote.map(({ fractionLost }) => fractionLost)),
    availableKbps: available === null ? null : available / 1_000,
    bytesSent: sent.reduce((sum, { bytesSent = 0 }) => sum + bytesSent, 0),
    bytesReceived:
      received.length === 0 ? null : received.reduce((sum, { bytesReceived = 0 }) => sum + bytesReceived, 0),
    sentHeight: most(sent.map(({ frameHeight }) => frameHeight)) ?? 0,
  };
}

/**
 * Returns whether neither sound nor picture has arrived between two samples of one connection, as far as the browser
 * reports it.
 */
export function isSilentSince(before: Sample | null, now: Sample): boolean {
  return now.bytesReceived !== null && now.bytesReceived === before?.bytesReceived;
}

/** Threshold from which sound suffers, and weight of a bad value; by ear rather than by a standard. */
const LOSS_WEIGHT = 6;
const GOOD_ROUND_TRIP_MS = 150;
const MS_PER_POINT = 10;
const VOICE_KBPS = 40;
const PICTURE_KBPS = 300;

/** Returns a score: 100 where nothing is lost or late, 0 where nothing gets through. */
export function score({ roundTripMs, loss, availableKbps }: Sample, hasPicture: boolean): number {
  const needed = hasPicture ? PICTURE_KBPS : VOICE_KBPS;
  const forLoss = Math.min(80, (loss ?? 0) * 100 * LOSS_WEIGHT);
  const forDelay = Math.min(50, Math.max(0, (roundTripMs ?? 0) - GOOD_ROUND_TRIP_MS) / MS_PER_POINT);
  const forWidth = 60 * Math.max(0, 1 - (availableKbps ?? needed) / needed);
  return Math.round(Math.max(0, 100 - forLoss - forDelay - forWidth));
}

/** Returns the quality within the wire's bounds; `before` is the preceding sample of the same connection. */
export function toQuality(now: Sample, before: Sample | null, hasPicture: boolean): CallQuality {
  const ms = before ? now.atMs - before.atMs : 0;
  const bytes = before ? now.bytesSent - before.bytesSent : -1;
  return {
    score: score(now, hasPicture),
    roundTripMs: now.roundTripMs === null ? null : Math.min(60_000, Math.round(now.roundTripMs)),
    lossPercent: now.loss === null ? null : Math.round(Math.min(1, Math.max(0, now.loss)) * 1_000) / 10,
    sentKbps: ms > 0 && bytes >= 0 ? Math.round((bytes * 8) / ms) : null,
    sentHeight: hasPicture ? Math.round(now.sentHeight) : 0,
  };
}
