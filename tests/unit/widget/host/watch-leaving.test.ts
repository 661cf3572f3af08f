import { expect, it } from 'vitest';

import { isPutAway } from '../../../../widget/app/host/watch-leaving';
import { NEW_PANEL } from '../builders';

type Seen = Parameters<typeof isPutAway>[2]['interaction'];

const inCall = (status: 'assigned' | 'ended') =>
  ({ status, call: { state: 'connected' } }) as unknown as Seen;

it.each<[string, boolean, { isHidden: boolean; isPhone: boolean; interaction?: Seen }]>([
  ['a phone in the pocket', true, { isHidden: true, isPhone: true }],
  ['a phone before the eyes', false, { isHidden: false, isPhone: true }],
  ['a computer’s tab in the background', false, { isHidden: true, isPhone: false }],
  [
    'a phone in the pocket, with a call that is heard',
    false,
    { isHidden: true, isPhone: true, interaction: inCall('assigned') },
  ],
  ['the same once the call is over', true, { isHidden: true, isPhone: true, interaction: inCall('ended') }],
])('[P1] [M7] finding B1: %s', (_, expected, { interaction = null, isHidden, isPhone }) => {
  expect(isPutAway(isHidden, isPhone, { ...NEW_PANEL, interaction })).toBe(expected);
});
