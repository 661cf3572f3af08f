import type { JoinTicket } from '../../protocol/calls/calls';
import type { OngoingCallOptions } from '../call/ongoing-call';

export type JitsiTicket = Extract<JoinTicket, { provider: 'jitsi' }>;

/** Permissions that the frames above must pass on, and that Jitsi's own frame gets. */
export const ALLOW =
  'camera; microphone; autoplay; display-capture; fullscreen; clipboard-write; screen-wake-lock; speaker-selection';

/**
 * Returns the client's configuration, without what the product does itself: no lobby, chat, invitations or buttons. A
 * deployment ignores keys that it does not know.
 */
export function toConfig(
  { medium, videoHeight }: JitsiTicket,
  side: OngoingCallOptions['side'],
  hasCamera: boolean,
) {
  const isVoice = medium === 'voice';
  return {
    prejoinConfig: { enabled: false },
    disableDeepLinking: true,
    startAudioOnly: isVoice,
    startWithVideoMuted: isVoice || !hasCamera,
    disableInviteFunctions: true,
    toolbarButtons: [],
    hideConferenceSubject: true,
    hideConferenceTimer: true,
    disableChat: true,
    disablePolls: true,
    disableReactions: true,
    disableProfile: true,
    readOnlyName: true,
    doNotStoreRoom: true,
    disableThirdPartyRequests: true,
    disableRemoteMute: true,
    disableTileView: true,
    // Jitsi's shortcuts would open its own dialogs, `?` the list of them.
    disableShortcuts: true,
    // No logo of Jitsi's in a company's widget.
    defaultLogoUrl: '',
    connectionIndicators: { disabled: side === 'visitor' },
    notifications: [],
    feedbackPercentage: 0,
    securityUi: { hideLobbyButton: true, disableLobbyPassword: true },
    localSubject: ' ',
    resolution: videoHeight,
    constraints: { video: { height: { ideal: videoHeight, max: videoHeight } } },
    p2p: { enabled: true },
  };
}
