import { randomBytes } from 'node:crypto';

import type { JoinTicket } from '../../../../protocol/calls/calls';
import type { CallAttempt } from '../../application/interactions/rows';
import type { Media, Participant } from '../../application/calls/media';
import {
  providerOf,
  type JitsiSettings,
  type MediaSettingsStore,
  type StoredMediaSettings,
} from '../../application/calls/media-settings';
import type { Clock } from '../../application/clock';
import { iceServersFor } from './ice-servers';
import { signJitsiToken } from './jitsi-token';

const ROOM_BYTES = 20;

/** Creates both media providers; a ticket follows the settings at the time it is asked for. */
export function createMedia(settings: Pick<MediaSettingsStore, 'get'>, clock: Clock): Media {
  return {
    provider: async () => providerOf(await settings.get()),
    createRoom: () => `atende-${randomBytes(ROOM_BYTES).toString('hex')}`,
    script: async () => {
      const { jitsi } = await settings.get();
      return jitsi.domain === null ? null : scriptUrlOf(domainOf({ ...jitsi, domain: jitsi.domain }));
    },
    ticket: async (attempt, participant) => {
      const stored = await settings.get();
      if (attempt.provider === 'direct')
        return { ok: true, data: directTicket(stored, attempt, participant, clock.now()) };
      const { jitsi } = stored;
      if (jitsi.domain === null) return { ok: false, code: 'unavailable' };
      const deployment = { ...jitsi, domain: jitsi.domain };
      return {
        ok: true,
        data: {
          ...commonOf(stored, attempt),
          ...jitsiTicket(deployment, attempt, participant, clock.now()),
        },
      };
    },
  };
}

function commonOf({ videoHeight }: StoredMediaSettings, { attempt, medium }: CallAttempt) {
  return { attempt, medium, videoHeight };
}

/** Returns the user's id for the media server: one side of one interaction, and nothing more of them. */
function userOf({ interactionId }: CallAttempt, { side }: Participant): string {
  return `${interactionId}-${side}`;
}

function directTicket(
  stored: StoredMediaSettings,
  attempt: CallAttempt,
  participant: Participant,
  now: number,
): JoinTicket {
  const iceServers = iceServersFor(stored.direct, userOf(attempt, participant), now);
  return { ...commonOf(stored, attempt), provider: 'direct', iceServers };
}

/** Returns the host, at JaaS with the customer's own path, under which the client's script is too. */
function domainOf({ appId, domain, kind }: JitsiSettings & { readonly domain: string }): string {
  return kind === 'jaas' ? `${domain}/${appId}` : domain;
}

function scriptUrlOf(domain: string): string {
  return `https://${domain}/external_api.js`;
}

function jitsiTicket(
  jitsi: JitsiSettings & { readonly domain: string },
  attempt: CallAttempt,
  participant: Participant,
  now: number,
) {
  const domain = domainOf(jitsi);
  const subject = { room: attempt.room, userId: userOf(attempt, participant), participant };
  return {
    provider: 'jitsi' as const,
    domain,
    scriptUrl: scriptUrlOf(domain),
    room: attempt.room,
    token: jitsi.kind === 'open' ? null : signJitsiToken(jitsi, subject, now),
    displayName: participant.name,
  };
}
