import { describe, expect, it } from 'vitest';

import {
  readSample,
  score,
  toQuality,
  type Sample,
  type StatEntry,
} from '../../../plugins/attendance/media/direct/quality';
import { callQualitySchema } from '../../../plugins/attendance/protocol/calls/calls';

const entries: readonly StatEntry[] = [
  { type: 'candidate-pair', state: 'succeeded', nominated: false, currentRoundTripTime: 9 },
  {
    type: 'candidate-pair',
    state: 'succeeded',
    nominated: true,
    currentRoundTripTime: 0.08,
    availableOutgoingBitrate: 900_000,
  },
  { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.01, roundTripTime: 0.2 },
  { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.04 },
  { type: 'inbound-rtp', kind: 'audio', bytesReceived: 2_000 },
  { type: 'inbound-rtp', kind: 'video', bytesReceived: 5_000 },
  { type: 'outbound-rtp', kind: 'audio', bytesSent: 1_000 },
  { type: 'outbound-rtp', kind: 'video', bytesSent: 9_000, frameHeight: 360 },
];

const sample = (overrides: Partial<Sample> = {}): Sample => ({
  atMs: 2_000,
  roundTripMs: 50,
  loss: 0,
  availableKbps: 2_000,
  bytesSent: 0,
  bytesReceived: null,
  sentHeight: 720,
  ...overrides,
});

describe('[M6] how good a connection is', () => {
  it('reads the pair in use, and the worst loss of sound and picture', () => {
    expect(readSample(entries, 5)).toEqual({
      atMs: 5,
      roundTripMs: 80,
      loss: 0.04,
      availableKbps: 900,
      bytesSent: 10_000,
      bytesReceived: 7_000,
      sentHeight: 360,
    });
  });

  it('makes do with what a browser leaves out', () => {
    const bare = readSample([{ type: 'remote-inbound-rtp', roundTripTime: 0.2 }], 0);
    expect(bare).toMatchObject({ roundTripMs: 200, loss: null, availableKbps: null, sentHeight: 0 });
    expect(callQualitySchema.safeParse(toQuality(readSample([], 0), null, true)).success).toBe(true);
  });

  it('scores from perfect to nothing, and each bad value costs', () => {
    expect(score(sample(), true)).toBe(100);
    expect(score(sample({ loss: 1, roundTripMs: 3_000, availableKbps: 0 }), true)).toBe(0);
    for (const worse of [{ loss: 0.03 }, { roundTripMs: 400 }, { availableKbps: 150 }])
      expect(score(sample(worse), true)).toBeLessThan(90);
    // A voice needs little.
    expect(score(sample({ availableKbps: 150 }), false)).toBe(100);
  });

  it('tells what was sent since the look before, within the wire’s bounds', () => {
    const before = sample({ atMs: 0, bytesSent: 1_000 });
    const quality = toQuality(sample({ bytesSent: 251_000, roundTripMs: 1e9, loss: 1.7 }), before, true);
    expect(quality).toMatchObject({
      sentKbps: 1_000,
      lossPercent: 100,
      roundTripMs: 60_000,
      sentHeight: 720,
    });
    expect(callQualitySchema.safeParse(quality).success).toBe(true);
    expect(toQuality(sample(), null, false)).toMatchObject({ sentKbps: null, sentHeight: 0 });
    // After a new pairing the counters begin anew.
    expect(toQuality(sample({ bytesSent: 10 }), before, true).sentKbps).toBeNull();
  });
});
