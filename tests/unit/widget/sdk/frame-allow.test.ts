import { expect, it } from 'vitest';

import { ALLOW as JITSIS } from '../../../../plugins/attendance/media/jitsi/jitsi-options';
import { ALLOW } from '../../../../widget/sdk/frame-allow';

it('[M3] finding D8: whatever a Jitsi frame is given, the frame around it was given by the page', () => {
  const features = (list: string): string[] => list.split(';').map((feature) => feature.trim());
  expect(features(JITSIS)).toContain('speaker-selection');
  expect(features(ALLOW)).toEqual(expect.arrayContaining(features(JITSIS)));
});
