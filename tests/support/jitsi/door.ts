import { createSecretKey, type KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';

/** Settings of a deployment: the `app_id`, `app_secret` and their like of Prosody's token authentication. */
export interface DoorSettings {
  readonly appId: string;
  readonly audience: string;
  readonly secret: string;
  /** Required `sub` of tokens (`enable_domain_verification`); any where there is none. */
  readonly subject?: string;
  /** Public key of RS256, instead of the secret. */
  readonly publicKey?: KeyObject;
  /** Whether tokens are optional (`allow_empty_token`): the mistake that lets everybody in. */
  readonly allowsEmptyToken?: boolean;
  /**
   * Whether every token's holder is owner, by Jicofo's own authentication, which a Docker installation turns on with
   * Prosody's.
   */
  readonly makesEverybodyOwner?: boolean;
  /** Whether a room's existence is reported before its token is checked, as Jitsi's modules do since September 2025. */
  readonly saysFirstWhatIsThere?: boolean;
  /**
   * Whether a token's holder opens a room without a conference, unreserved: `restrict_room_creation = false` with
   * modules of 2022.
   */
  readonly letsAnybodyOpen?: boolean;
  /** Lead of the deployment's clock in ms: tokens made just now are old there. */
  readonly aheadMs?: number;
}

export interface Admitted {
  /** Room of the token; null where there was no token, and none was asked for. */
  readonly room: string | null;
  readonly subject: string | undefined;
  readonly isModerator: boolean;
  readonly name: string;
}

/**
 * Checks a token as Prosody's mod_auth_token does, by another library than the product's: `typ`, algorithm, signature,
 * issuer, audience, both times; the room claim must be there. Returns null where it refuses.
 */
export async function admit(settings: DoorSettings, token: string | null): Promise<Admitted | null> {
  if (token === null || token === '')
    return settings.allowsEmptyToken === true
      ? { room: null, subject: undefined, isModerator: false, name: '' }
      : null;
  const { aheadMs = 0, appId, audience, makesEverybodyOwner = false, publicKey, secret } = settings;
  try {
    const { payload } = await jwtVerify(token, publicKey ?? createSecretKey(Buffer.from(secret)), {
      algorithms: [publicKey === undefined ? 'HS256' : 'RS256'],
      typ: 'JWT',
      issuer: appId,
      audience,
      requiredClaims: ['room'],
      currentDate: new Date(Date.now() + aheadMs),
    });
    const { user } = payload['context'] as { user: { moderator: string; name: string } };
    return {
      room: String(payload['room']),
      subject: payload.sub,
      isModerator: makesEverybodyOwner || user.moderator === 'true',
      name: user.name,
    };
  } catch {
    return null;
  }
}

/**
 * Returns whether a token may enter a room, as mod_token_verification does: its own, or any by a wildcard, which ours
 * never has.
 */
export function mayEnter(
  { room: allowed, subject }: Admitted,
  room: string,
  { subject: wanted }: DoorSettings,
): boolean {
  if (wanted !== undefined && subject !== wanted) return false;
  return allowed === null || allowed === '*' || allowed.toLowerCase() === room.toLowerCase();
}
