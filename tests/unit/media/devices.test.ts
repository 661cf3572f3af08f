import { describe, expect, it } from 'vitest';

import { nextCamera, toProblem } from '../../../plugins/attendance/media/carrier/devices';
import {
  readDeviceError,
  readDevices,
  readError,
  readStats,
} from '../../../plugins/attendance/media/jitsi/jitsi-reading';
import { phaseOf } from '../../../plugins/attendance/media/call/refusal';
import { callQualitySchema } from '../../../plugins/attendance/protocol/calls/calls';

describe('[M8] why there is no device', () => {
  it.each([
    ['NotFoundError', false, 'device-missing'],
    ['OverconstrainedError', false, 'device-missing'],
    ['NotAllowedError', false, 'device-refused'],
    ['NotAllowedError', true, 'policy-forbids'],
    ['NotReadableError', false, 'device-busy'],
    ['AbortError', false, 'device-busy'],
    ['TypeError', false, 'insecure-page'],
  ])('%s, forbidden by the page: %s, is %s', (name, isForbidden, problem) => {
    expect(toProblem(name, isForbidden)).toBe(problem);
  });
});

describe('the next camera', () => {
  it('turns a phone around', () => {
    expect(nextCamera({ facingMode: 'user' }, ['one'])).toEqual({ facingMode: 'environment' });
    expect(nextCamera({ facingMode: 'environment' }, ['one'])).toEqual({ facingMode: 'user' });
  });

  it('goes round the list elsewhere', () => {
    expect(nextCamera({ deviceId: 'one' }, ['one', 'two'])).toEqual({ deviceId: { exact: 'two' } });
    expect(nextCamera({ deviceId: 'two' }, ['one', 'two'])).toEqual({ deviceId: { exact: 'one' } });
    expect(nextCamera({}, [])).toEqual({});
  });
});

describe('[M8] a seat that is refused', () => {
  it('is over after a hang-up, and to be tried again after anything else', () => {
    expect(phaseOf('conflict').phase).toBe('left');
    expect(phaseOf('not_found').phase).toBe('left');
    expect(phaseOf('forbidden')).toEqual({ phase: 'failed', problem: 'token-refused' });
    expect(phaseOf('unavailable')).toEqual({ phase: 'failed', problem: 'network' });
  });
});

describe('what a Jitsi deployment tells', () => {
  it('[M8] reads errors flat and nested, and tells those that may mend by themselves', () => {
    const refused = { name: 'connection.passwordRequired', message: 'token expired', isFatal: true };
    const certain = { problem: 'token-refused', isCertain: true };
    expect(readError(refused)).toEqual(certain);
    expect(readError({ error: refused })).toEqual(certain);
    const other = (name: string, isFatal: boolean) => readError({ error: { name, isFatal } });
    expect(other('connection.droppedError', true)).toEqual({ ...certain, problem: 'provider-unreachable' });
    expect(other('conference.iceFailed', false)).toMatchObject({ isCertain: false });
    expect(readDeviceError({ type: 'gum.permission_denied' })).toBe('device-refused');
    expect(readDeviceError({ type: 'gum.not_found' })).toBe('device-missing');
    expect(readDeviceError({ type: 'gum.general' })).toBe('device-busy');
  });

  it('[M6] takes a measure only where the deployment makes one', () => {
    expect(readStats(undefined, 'own')).toBeNull();
    expect(readStats({ bitrate: { upload: 3 } }, 'own')).toBeNull();
    const stats = { connectionQuality: 87.6, bitrate: { upload: 420.4 }, packetLoss: { upload: 2 } };
    const quality = readStats(stats, 'own');
    expect(quality).toMatchObject({ score: 88, sentKbps: 420, lossPercent: 2, roundTripMs: null });
    expect(callQualitySchema.safeParse(quality).success).toBe(true);
  });

  it('lists devices that have a name', () => {
    const devices = readDevices(
      { audioInput: [{ deviceId: 'a', label: 'Mic' }], videoInput: [{ deviceId: 'v', label: '' }] },
      { audioInput: { deviceId: 'a', label: 'Mic' } },
    );
    expect(devices).toEqual([{ kind: 'audioinput', deviceId: 'a', label: 'Mic', isChosen: true }]);
    expect(readDevices(undefined, undefined)).toEqual([]);
  });
});
