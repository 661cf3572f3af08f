import { useSyncExternalStore } from 'react';
import { TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { canSound, onSoundChanged, playChime, unlockSound } from '../shell/chime';

const Hint = styled.div`
  margin: 0 16px 8px;
  padding: 8px 12px;
  border-radius: 8px;
  background: ${shade('warning')};
  font-size: 1.2rem;
  line-height: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

/** Hint that the agent is Online while the browser blocks sound: shown where it can be changed (ux, Sound). */
export function SoundHint() {
  const t = useTexts();
  const isOnline = useAttendance(({ self }) => self?.presence === 'online');
  const isHeard = useSyncExternalStore(onSoundChanged, canSound);
  if (!isOnline || isHeard) return null;
  return (
    <Hint role="status">
      <p>{t('list.sound.blocked')}</p>
      <TextButton onClick={() => void testSound()}>{t('list.sound.enable')}</TextButton>
    </Hint>
  );
}

/** Unlocks sound and plays it; called in a click, as browsers demand. */
export async function testSound(): Promise<void> {
  await unlockSound();
  playChime();
}
