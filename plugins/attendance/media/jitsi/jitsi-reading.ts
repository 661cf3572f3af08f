import type { CallQuality } from '../../protocol/calls/calls';
import type { JitsiEvent } from './jitsi-client';
import type { CallProblem, DeviceChoice } from '../call/ongoing-call';

export interface ErrorReading {
  readonly problem: CallProblem;
  /** Whether the error is final; false where it may mend by itself. */
  readonly isCertain: boolean;
}

/**
 * Refusals by the words in an error, whether or not it is called fatal: a refusal is reported as not fatal, and nothing
 * comes after it.
 */
const REFUSALS: readonly (readonly [RegExp, CallProblem])[] = [
  // The deployment closes a room at the end of its reservation; the call goes on, in a room opened anew.
  [/duration exceeded|reservation expired/i, 'network'],
  [/reservation/i, 'room-refused'],
  [/destroyed|kicked/i, 'room-closed'],
  [/auth|password|denied|not-?allowed|membersonly|token/i, 'token-refused'],
];

/** Parses an error. The handbook shows the fields of `errorOccurred` flat, the code sends them within `error`. */
export function readError(event: JitsiEvent): ErrorReading {
  const { name = '', message = '', params = [], isFatal = true } = event.error ?? event;
  const words = [name, message, ...params.filter((each) => typeof each === 'string')].join(' ');
  const [, problem] = REFUSALS.find(([pattern]) => pattern.test(words)) ?? [];
  return { problem: problem ?? 'provider-unreachable', isCertain: isFatal || problem !== undefined };
}

/**
 * Returns the problem of a device; `cameraError` and `micError` carry lib-jitsi-meet's names, such as
 * `gum.permission_denied`.
 */
export function readDeviceError({ type = '' }: JitsiEvent): CallProblem {
  if (/permission/.test(type)) return 'device-refused';
  return /not_found|constraint/.test(type) ? 'device-missing' : 'device-busy';
}

interface RawStats {
  readonly connectionQuality?: unknown;
  readonly bitrate?: { readonly upload?: unknown };
  readonly packetLoss?: { readonly upload?: unknown };
  readonly jvbRTT?: unknown;
  readonly transport?: readonly { readonly rtt?: unknown }[];
  /** Resolutions by participant, and by stream of theirs. */
  readonly resolution?: Partial<Record<string, Record<string, { readonly height?: unknown }>>>;
}

function within(value: unknown, most: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(0, value)) : null;
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value));

/**
 * Returns the height of the largest picture that this side sends, in lines; null where the deployment does not report
 * it.
 */
function readSentHeight({ resolution }: RawStats, ownId: string): number | null {
  if (!resolution) return null;
  const heights = Object.values(resolution[ownId] ?? {}).map(({ height }) => within(height, 10_000) ?? 0);
  return Math.round(Math.max(0, ...heights));
}

/**
 * Parses the client's measures; null where the deployment is too old to measure, or has not done so yet. `ownId` is this
 * side's, as reported by the client.
 */
export function readStats(stats: unknown, ownId: string): CallQuality | null {
  const raw = (stats ?? {}) as RawStats;
  const { connectionQuality, bitrate, packetLoss, jvbRTT, transport } = raw;
  const score = within(connectionQuality, 100);
  if (score === null) return null;
  return {
    score: Math.round(score),
    roundTripMs: rounded(within(jvbRTT, 60_000) ?? within(transport?.[0]?.rtt, 60_000)),
    lossPercent: within(packetLoss?.upload, 100),
    sentKbps: rounded(within(bitrate?.upload, 1_000_000)),
    sentHeight: readSentHeight(raw, ownId),
  };
}

const KINDS = [
  ['audioInput', 'audioinput'],
  ['audioOutput', 'audiooutput'],
  ['videoInput', 'videoinput'],
] as const;

interface JitsiDevice {
  readonly deviceId?: string;
  readonly label?: string;
}

export function readDevices(available: unknown, current: unknown): readonly DeviceChoice[] {
  const all = (available ?? {}) as Partial<Record<string, readonly JitsiDevice[]>>;
  const chosen = (current ?? {}) as Partial<Record<string, JitsiDevice>>;
  return KINDS.flatMap(([name, kind]) =>
    (all[name] ?? []).flatMap(({ deviceId = '', label = '' }) =>
      label ? { kind, deviceId, label, isChosen: chosen[name]?.deviceId === deviceId } : [],
    ),
  );
}
