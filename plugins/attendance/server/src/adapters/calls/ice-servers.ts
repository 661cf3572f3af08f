import { createHmac } from 'node:crypto';

import type { IceServer } from '../../../../protocol/calls/calls';
import type { StoredMediaSettings } from '../../application/calls/media-settings';

/** Returns credentials for coturn's `use-auth-secret`: the username holds the expiry (in seconds) and the user, and is signed with the secret. */
function turnCredentials(
  secret: string,
  user: string,
  expiresAt: number,
): { readonly username: string; readonly credential: string } {
  const username = `${Math.floor(expiresAt / 1_000)}:${user}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** STUN needs no credentials; a TURN server without a secret would refuse everybody, so it is left out. */
export function iceServersFor(
  { iceUrls, turnLifetimeMs, turnSecret }: StoredMediaSettings['direct'],
  user: string,
  now: number,
): IceServer[] {
  const relays = iceUrls.filter((url) => /^turns?:/i.test(url));
  const stun = iceUrls.filter((url) => !relays.includes(url));
  return [
    ...(stun.length > 0 ? [{ urls: stun }] : []),
    ...(relays.length > 0 && turnSecret !== null
      ? [{ urls: relays, ...turnCredentials(turnSecret, user, now + turnLifetimeMs) }]
      : []),
  ];
}
