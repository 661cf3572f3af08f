import type { CallMedium } from '../../protocol/calls/calls';
import type { CallProblem, DeviceChoice } from '../call/ongoing-call';

export type TrackKind = 'audio' | 'video';

/** Outcome of a request for devices: a stream, or why there is none [M8]. */
export type Taken =
  | { readonly stream: MediaStream; readonly problem: CallProblem | null; readonly isVoiceOnly: boolean }
  | { readonly stream: null; readonly problem: CallProblem };

/** Constraints of every camera; the ticket's ceiling limits what is sent. */
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { max: 30 },
};
const VOICE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

const FEATURE_OF = { audio: 'microphone', video: 'camera' } as const;

interface PolicedDocument {
  readonly permissionsPolicy?: { allowsFeature(name: string): boolean };
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/** Returns whether the page above forbids the device; browsers that do not tell are taken to allow it. */
function isForbidden(kind: TrackKind): boolean {
  const { permissionsPolicy, featurePolicy } = document as PolicedDocument;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature(FEATURE_OF[kind]) === false;
}

/** Returns the problem for which a browser gave no device, by the name of its error. */
export function toProblem(name: string, isPolicyAgainst: boolean): CallProblem {
  switch (name) {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'device-missing';
    case 'NotAllowedError':
    case 'SecurityError':
      return isPolicyAgainst ? 'policy-forbids' : 'device-refused';
    case 'TypeError':
      return 'insecure-page';
    default:
      return 'device-busy';
  }
}

function problemOf(fault: unknown, kind: TrackKind): CallProblem {
  return toProblem(fault instanceof Error ? fault.name : '', isForbidden(kind));
}

/**
 * Requests the devices of a medium. Voice: the microphone. Video: the camera too, or the voice alone where there is no
 * camera to be had [M8].
 */
export async function takeDevices(medium: CallMedium): Promise<Taken> {
  // A page without HTTPS has no `mediaDevices`.
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (!mediaDevices) return { stream: null, problem: 'insecure-page' };
  const isVideo = medium === 'video';
  try {
    const stream = await mediaDevices.getUserMedia({ audio: VOICE, video: isVideo && PICTURE });
    return { stream, problem: null, isVoiceOnly: false };
  } catch (fault) {
    const problem = problemOf(fault, isVideo && !isForbidden('audio') ? 'video' : 'audio');
    return isVideo ? takeVoice(mediaDevices, problem) : { stream: null, problem };
  }
}

async function takeVoice(mediaDevices: MediaDevices, problem: CallProblem): Promise<Taken> {
  try {
    return { stream: await mediaDevices.getUserMedia({ audio: VOICE }), problem, isVoiceOnly: true };
  } catch (fault) {
    return { stream: null, problem: problemOf(fault, 'audio') };
  }
}

/** Requests one track, of a certain device or camera where one is given; returns the problem where there is none. */
export async function takeTrack(
  kind: TrackKind,
  wish: MediaTrackConstraints = {},
): Promise<MediaStreamTrack | CallProblem> {
  try {
    const constraints = { ...(kind === 'audio' ? VOICE : PICTURE), ...wish };
    const stream = await navigator.mediaDevices.getUserMedia({ [kind]: constraints });
    return stream.getTracks()[0] ?? 'device-missing';
  } catch (fault) {
    return problemOf(fault, kind);
  }
}

/** Returns every device with a name; browsers give names only once a device was granted. */
export async function listDevices(chosen: ReadonlySet<string>): Promise<readonly DeviceChoice[]> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return all
    .filter(({ label }) => label !== '')
    .map(({ kind, deviceId, label }) => ({ kind, deviceId, label, isChosen: chosen.has(kind + deviceId) }));
}

/** Returns the camera after the present one: on a phone the other direction, elsewhere the next of the list. */
export function nextCamera(
  { deviceId, facingMode }: MediaTrackSettings,
  cameras: readonly string[],
): MediaTrackConstraints {
  if (facingMode === 'user' || facingMode === 'environment') {
    return { facingMode: facingMode === 'user' ? 'environment' : 'user' };
  }
  const next = cameras[(cameras.indexOf(deviceId ?? '') + 1) % cameras.length];
  return next ? { deviceId: { exact: next } } : {};
}
