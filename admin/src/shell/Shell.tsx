import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { refreshAccessToken, useAuth } from '@strapi/strapi/admin';
import { useHref, useLocation, useNavigate } from 'react-router-dom';
import { createGlobalStyle } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { beginSession, currentSession, endSession } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { visitorName } from '../ui/format/visitor-name';
import { AGENT_ROLE, OWN_DAY_PATH, PAGE_PATH } from '../strapi/plugin-id';
import { useMay } from '../strapi/use-may';
import { startAlerts } from './alerts';
import { CallKeeper } from '../call/CallKeeper';
import { unlockSoundOnGesture } from './chime';
import { TransferNews } from '../transfer/TransferNews';
import { MergeNews } from '../visitors/MergeNews';
import { Announcer } from './Announcer';
import { placeByAvatar } from './place-switch';
import { PresenceSwitch } from './PresenceSwitch';
import { SupervisorNews } from './SupervisorNews';

/** Present access token, for handshakes to come; React renders too late for them. */
let latestToken: string | null = null;

/**
 * Always mounted, on every page of the admin panel: holds the one connection, the switch by the avatar, sound,
 * notification and title [A2]. Does nothing for users who may not attend.
 */
export function Shell() {
  const token = useAuth('AttendanceShell', (state) => state.token);
  const mayAttend = useMay('attend');
  const maySeeReports = useMay('reports');
  const isSignedIn = token !== null;
  const isOnlyAgent = useIsOnlyAgent();
  latestToken = token;
  useLanding(isSignedIn && isOnlyAgent);
  if (!isSignedIn || !mayAttend) return null;
  return (
    <>
      {isOnlyAgent && <WithoutCoreEntries />}
      {maySeeReports && <WithoutOwnDay />}
      <AttendingShell />
    </>
  );
}

/**
 * Hides Strapi's own home and settings, which have nothing for users who only attend, and no permission of theirs to
 * hide them by.
 */
const HiddenEntries = createGlobalStyle<{ $home: string; $settings: string }>`
  nav li:has(> * > a[href="${({ $home }) => $home}"]),
  nav li:has(> * > a[href="${({ $home }) => $home}/"]),
  nav li:has(a[href="${({ $settings }) => $settings}"]) {
    display: none;
  }
`;

function WithoutCoreEntries() {
  const home = useHref('/').replace(/\/$/, '');
  return <HiddenEntries $home={home} $settings={useHref('/settings')} />;
}

/** Hides an agent's own day where it is a tab of the reports; no permission says who lacks another one. */
const HiddenOwnDay = createGlobalStyle<{ $path: string }>`
  nav li:has(a[href="${({ $path }) => $path}"]) {
    display: none;
  }
`;

function WithoutOwnDay() {
  return <HiddenOwnDay $path={useHref(OWN_DAY_PATH)} />;
}

function AttendingShell() {
  const locale = useLocale();
  const [host] = useState(() => document.createElement('div'));

  useEffect(() => {
    beginSession({
      url: new URL(window.strapi.backendURL || '/', window.location.origin).origin,
      locale,
      token: () => latestToken,
      refreshToken: async () => {
        latestToken = await refreshAccessToken(latestToken);
        return latestToken;
      },
    });
    return endSession;
    // The language of the handshake changes nothing that would be worth another connection.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => placeByAvatar(host), [host]);
  useEffect(() => unlockSoundOnGesture(), []);
  useAlerts();

  return (
    <>
      {createPortal(<PresenceSwitch />, host)}
      <Announcer />
      <TransferNews />
      <MergeNews />
      <SupervisorNews />
      <CallKeeper />
    </>
  );
}

function useAlerts(): void {
  const t = useTexts();
  const navigate = useNavigate();
  const texts = useMemo(
    () => ({
      title: (count: number) => t('shell.notification.title', { count }),
      notification: ({ call, channel, visitor }: AgentInteraction) => {
        const isCall = channel !== 'chat' || call !== null;
        return {
          title: t(isCall ? 'shell.notification.call' : 'shell.notification.new'),
          body: t(isCall ? 'shell.notification.callBody' : 'shell.notification.body', {
            name: visitorName(visitor, t),
          }),
        };
      },
    }),
    [t],
  );
  useEffect(
    () =>
      startAlerts(texts, (id) => {
        navigate(PAGE_PATH);
        void currentSession()?.open(id);
      }),
    [texts, navigate],
  );
}

function useIsOnlyAgent(): boolean {
  return useAuth('AttendanceShell', ({ user }) => {
    const roles = user?.roles ?? [];
    return roles.length > 0 && roles.every(({ code }) => code === AGENT_ROLE);
  });
}

/** Redirects a user whose only role is Agent to the agent's screen after login [A3]. */
function useLanding(isActive: boolean): void {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (isActive && pathname === '/') navigate(PAGE_PATH, { replace: true });
  }, [isActive, pathname, navigate]);
}
