import { useState } from 'react';
import { styled } from 'styled-components';

import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { allowAlerts } from './alerts';

/** The green of "Online": 4.6:1 under white, 3:1 against both of Strapi's surfaces. */
const ONLINE = '#15803D';

const Button = styled.button`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 4px;
  padding: 4px 0;
  border: 0;
  border-radius: 8px;
  background: none;
  cursor: pointer;
  font: inherit;
  &:disabled {
    cursor: default;
    opacity: 0.5;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const Track = styled.span<{ $isOn: boolean }>`
  position: relative;
  width: 36px;
  height: 20px;
  border-radius: 10px;
  background: ${({ theme, $isOn }) => ($isOn ? ONLINE : theme.colors.neutral500)};
  transition: background-color 160ms;
  &::after {
    content: '';
    position: absolute;
    top: 2px;
    left: 2px;
    width: 16px;
    height: 16px;
    border-radius: 50%;
    background: #ffffff;
    transform: translateX(${({ $isOn }) => ($isOn ? '16px' : '0')});
    transition: transform 160ms;
  }
  @media (prefers-reduced-motion: reduce) {
    transition: none;
    &::after {
      transition: none;
    }
  }
`;

const Words = styled.span<{ $isOn: boolean }>`
  max-width: 76px;
  /* The navigation has room for 55 px and cuts what is wider: its longest word fits, in wide letters too. */
  font-size: 0.82rem;
  letter-spacing: -0.02em;
  line-height: 1.2;
  font-weight: 500;
  text-align: center;
  color: ${({ theme, $isOn }) =>
    $isOn
      ? theme.colors.neutral0.toLowerCase() === '#ffffff'
        ? ONLINE
        : '#4ADE80'
      : theme.colors.neutral600};
`;

/**
 * Switch between "Atendimento Online" and "Atendimento Offline": the agent's choice to receive, on every page [A2,
 * R14].
 */
export function PresenceSwitch() {
  const t = useTexts();
  const presence = useAttendance(({ self }) => self?.presence ?? null);
  const isLive = useAttendance(({ connection }) => connection === 'live');
  const [isChanging, setChanging] = useState(false);
  const isOn = presence === 'online';

  const change = async (): Promise<void> => {
    // Going Online is the gesture that lets a browser play sounds and show notifications.
    if (!isOn) allowAlerts();
    setChanging(true);
    await currentSession()?.setPresence(isOn ? 'offline' : 'online');
    setChanging(false);
  };

  return (
    <Button
      type="button"
      role="switch"
      aria-checked={isOn}
      disabled={!isLive || isChanging || presence === null}
      onClick={() => void change()}
      title={t('shell.switch.label')}
    >
      <Track $isOn={isOn} aria-hidden />
      <Words $isOn={isOn}>{t(isOn ? 'shell.switch.online' : 'shell.switch.offline')}</Words>
    </Button>
  );
}
