import type { CallQuality } from '../protocol/calls';
import type { JitsiEvent } from './jitsi-client';
import type { CallProblem, DeviceChoice } from './ongoing-call';

/** The handbook shows the fields of `errorOccurred` flat, the code sends them within `error`. Null: it mends by itself. */
export function readError(event: JitsiEvent): CallProblem | null {
  const { name = '', message = '', isFatal } = event.error ?? event;
  if (/auth|password|denied|notallowed|membersonly|token/i.test(`${name} ${message}`)) return 'token-refused';
  return isFatal === false ? null : 'provider-unreachable';
}

/** `cameraError` and `micError` carry lib-jitsi-meet's names, such as `gum.permission_denied`. */
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
}

function within(value: unknown, most: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(0, value)) : null;
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value));

/** Null where the deployment is too old to measure, or has not done so yet. */
export function readStats(stats: unknown): CallQuality | null {
  const { connectionQuality, bitrate, packetLoss, jvbRTT, transport } = (stats ?? {}) as RawStats;
  const score = within(connectionQuality, 100);
  if (score === null) return null;
  return {
    score: Math.round(score),
    roundTripMs: rounded(within(jvbRTT, 60_000) ?? within(transport?.[0]?.rtt, 60_000)),
    lossPercent: within(packetLoss?.upload, 100),
    sentKbps: rounded(within(bitrate?.upload, 1_000_000)),
    sentHeight: null,
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
