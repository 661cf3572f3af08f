/**
 * Plan of how much picture is sent [M6]. Browsers thin a picture out by themselves within what they are given; this gives less
 * where the connection carries less, and at last no picture at all, so that the voice never pays for it. A pure function of the
 * measurements and of the plan before: down after two bad ones, up one step after several good ones.
 */
export interface SendingPlan {
  /** Index in `STEPS`; beyond the last one the picture is paused. */
  readonly step: number;
  /** Step of the call's ceiling: nothing is gained by steps above it. */
  readonly top: number;
  /** Measurements in a row that called for less, and for more. */
  readonly bad: number;
  readonly good: number;
  /** Good measurements needed to send a picture again: more after each pause. */
  readonly patience: number;
  /** Measurements left after a pause during which the estimated capacity is still a guess from before. */
  readonly waking: number;
}

export interface Conditions {
  /** Estimated capacity in kbit/s; null where the browser gives none. */
  readonly availableKbps: number | null;
  /** Share of packets lost, 0 to 1; null where it is unknown. */
  readonly loss: number | null;
}

export interface VideoEncoding {
  readonly isActive: boolean;
  readonly scaleDownBy: number;
  readonly maxKbps: number;
}

/**
 * Steps of the picture in lines and kbit/s, from the highest. `most` of a step is more than the next higher one needs:
 * else nobody would see that there is room for it.
 */
const STEPS = [
  { height: 1080, needed: 1_400, most: 3_000 },
  { height: 720, needed: 800, most: 1_700 },
  { height: 480, needed: 450, most: 1_000 },
  { height: 360, needed: 250, most: 600 },
  { height: 240, needed: 120, most: 350 },
  { height: 180, needed: 60, most: 200 },
] as const;

const RESTING = STEPS.length;
/** Bandwidth reserved for the voice and its overhead, in kbit/s. */
const VOICE_KBPS = 50;
const HEAVY_LOSS = 0.1;
const LIGHT_LOSS = 0.03;
const BAD_LOOKS = 2;
const GOOD_LOOKS = 3;
const FIRST_PATIENCE = 5;
const LONGEST_PATIENCE = 30;
/**
 * Measurements after a pause whose estimated capacity is not trusted: browsers take some seconds of sending to find out
 * that a connection carries more again.
 */
const WAKING_LOOKS = 5;
/** Factor of spare capacity that is needed before going up. */
const MARGIN = 1.15;

/** Starts with as much as the ceiling allows: what is too much shows soon. */
export function startSending(ceilingHeight: number): SendingPlan {
  const found = STEPS.findIndex(({ height }) => height <= ceilingHeight);
  const top = found < 0 ? RESTING - 1 : found;
  return { step: top, top, bad: 0, good: 0, patience: FIRST_PATIENCE, waking: 0 };
}

export function planSending(before: SendingPlan, { availableKbps, loss }: Conditions): SendingPlan {
  const lost = loss ?? 0;
  const room = availableKbps === null ? Infinity : availableKbps * (1 - lost) - VOICE_KBPS;
  const { step, top } = before;
  const isTooNarrow = before.waking === 0 && room < neededAt(step);
  const isBad = step < RESTING && (lost > HEAVY_LOSS || isTooNarrow);
  // During a pause nothing probes the connection: its capacity is guessed from nothing being lost.
  const isGood = lost < LIGHT_LOSS && (step === RESTING || room >= neededAt(step - 1) * MARGIN);
  const bad = isBad ? before.bad + 1 : 0;
  const good = isGood ? before.good + 1 : 0;
  if (bad >= BAD_LOOKS) return stepDown(before, room);
  const isDue = step > top && good >= (step === RESTING ? before.patience : GOOD_LOOKS);
  const waking = isDue && step === RESTING ? WAKING_LOOKS : Math.max(0, before.waking - 1);
  return isDue ? { ...before, step: step - 1, bad: 0, good: 0, waking } : { ...before, bad, good, waking };
}

/** Steps down to what fits at once, for what is sent meanwhile delays the voice; one step at least. */
function stepDown(before: SendingPlan, room: number): SendingPlan {
  const fitting = STEPS.findIndex(({ needed }, index) => index > before.step && needed <= room);
  const step = fitting < 0 ? RESTING : fitting;
  const patience = step === RESTING ? Math.min(LONGEST_PATIENCE, before.patience * 2) : before.patience;
  return { ...before, step, bad: 0, good: 0, patience, waking: 0 };
}

function neededAt(step: number): number {
  return STEPS[step]?.needed ?? Infinity;
}

/** Returns the encoding of a plan for a picture of so many lines. */
export function toEncoding(
  { step }: SendingPlan,
  capturedHeight: number,
  ceilingHeight: number,
): VideoEncoding {
  const { height, most } = STEPS[Math.min(step, RESTING - 1)] ?? STEPS[0];
  const lines = Math.min(height, ceilingHeight);
  return { isActive: step < RESTING, scaleDownBy: Math.max(1, capturedHeight / lines), maxKbps: most };
}

export async function applyEncoding(
  sender: RTCRtpSender,
  { isActive, scaleDownBy, maxKbps }: VideoEncoding,
): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  // There are no encodings before the first negotiation is complete.
  if (!encoding) return;
  Object.assign(encoding, {
    active: isActive,
    scaleResolutionDownBy: scaleDownBy,
    maxBitrate: maxKbps * 1_000,
    priority: 'low',
    networkPriority: 'low',
  });
  await sender.setParameters(Object.assign(parameters, { degradationPreference: 'balanced' }));
}

/** Gives the voice priority wherever packets queue. */
export async function favourVoice(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding) return;
  Object.assign(encoding, { priority: 'high', networkPriority: 'high' });
  await sender.setParameters(parameters);
}
