import { createSecretKey, type KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';

/** What a deployment is set up with: the `app_id`, `app_secret` and their like of Prosody's token authentication. */
export interface DoorSettings {
  readonly appId: string;
  readonly audience: string;
  readonly secret: string;
  /** `enable_domain_verification`: the `sub` that alone may enter rooms; any where there is none. */
  readonly subject?: string;
  /** Instead of the secret: the public key of RS256. */
  readonly publicKey?: KeyObject;
  /** `allow_empty_token`: the mistake that lets everybody in. */
  readonly allowsEmptyToken?: boolean;
  /** Jicofo's own authentication, which a Docker installation turns on with Prosody's: every token's holder is owner. */
  readonly makesEverybodyOwner?: boolean;
  /** As Jitsi's modules do since September 2025: whether a room is there is said before its token is looked at. */
  readonly saysFirstWhatIsThere?: boolean;
  /** `restrict_room_creation = false` with modules of 2022: a token's holder opens a room without a conference, unreserved. */
  readonly letsAnybodyOpen?: boolean;
  /** How far its clock is ahead of everybody's: tokens made just now are old there. */
  readonly aheadMs?: number;
}

export interface Admitted {
  /** Null where there was no token, and none was asked for. */
  readonly room: string | null;
  readonly subject: string | undefined;
  readonly isModerator: boolean;
  readonly name: string;
}

/**
 * Prosody's mod_auth_token, by another library than the product's: `typ`, algorithm, signature, issuer, audience, both
 * times; the room claim must be there. Null: not let in.
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

/** mod_token_verification, when a room is entered: the token's own, or any by a wildcard, which ours never has. */
export function mayEnter(
  { room: allowed, subject }: Admitted,
  room: string,
  { subject: wanted }: DoorSettings,
): boolean {
  if (wanted !== undefined && subject !== wanted) return false;
  return allowed === null || allowed === '*' || allowed.toLowerCase() === room.toLowerCase();
}
