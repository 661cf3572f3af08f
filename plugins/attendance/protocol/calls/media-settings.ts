import { z } from 'zod';

import { mediaProviderSchema } from './calls';
import { LIMITS } from '../shared/limits';
import { timeSchema } from '../schemas/scalars';
import { singleLineOf } from '../schemas/text';

/**
 * `self-hosted`: a deployment of one's own that checks tokens; `jaas`: 8x8's hosted service; `open`: a deployment that asks
 * for no token, where whoever guesses a room is in it.
 */
export const jitsiKindSchema = z.enum(['self-hosted', 'jaas', 'open']);
export type JitsiKind = z.infer<typeof jitsiKindSchema>;

export const jitsiAlgorithmSchema = z.enum(['HS256', 'RS256']);
export type JitsiAlgorithm = z.infer<typeof jitsiAlgorithmSchema>;

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;
const ICE_URL = /^(stuns?|turns?):(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?(\?transport=(udp|tcp))?$/i;

/** Returns whether the text is a host (and port) as browsers write it; the deployment is reached by https alone. */
function isHost(text: string): boolean {
  try {
    return HOST.test(text) && new URL(`https://${text}`).host === text.replace(/:443$/, '');
  } catch {
    return false;
  }
}

const domainSchema = z
  .string()
  .max(255)
  .refine(isHost, {
    message: 'a host like meet.example.com or meet.example.com:8443, without https:// and path',
  })
  .meta({ description: 'host like meet.example.com, with its port if it has one' });

const iceUrlSchema = z
  .string()
  .max(300)
  .regex(ICE_URL, { message: 'an address like stun:stun.example.com:3478 or turns:turn.example.com:5349' });

const keyName = singleLineOf(200);

const directBase = {
  /** STUN and TURN servers. Empty: two browsers find each other within one network only. */
  iceUrls: z.array(iceUrlSchema).max(10),
  /** Lifetime of a call's TURN credentials; a call that lasts longer keeps its connection. */
  turnLifetimeMs: z.number().int().min(LIMITS.turnLifetimeMs.min).max(LIMITS.turnLifetimeMs.max),
};

const jitsiBase = {
  /** Domain of the deployment. Null: none is configured, and calls go from browser to browser [M3]. */
  domain: domainSchema.nullable(),
  kind: jitsiKindSchema,
  algorithm: jitsiAlgorithmSchema,
  /** Issuer of the tokens; at JaaS the AppID. */
  appId: keyName,
  /** Audience of the tokens. Empty: `jitsi`. */
  audience: keyName,
  /** Subject of the tokens. Empty: the domain. */
  subject: keyName,
  /** Id of the signing key; at JaaS `<AppID>/<key>`. */
  keyId: keyName,
};

const base = {
  /** The row's version; a PUT with an older one is refused with `conflict`. */
  version: z.number().int().nonnegative(),
  /** Most lines of the picture that a call sends. */
  videoHeight: z.number().int().min(LIMITS.videoHeight.min).max(LIMITS.videoHeight.max),
};

/** Settings of the media providers: GET /attendance/media. Of a secret only whether it is set, never its value. */
export const mediaSettingsSchema = z.object({
  ...base,
  /** Last time a visitor became the moderator of a Jitsi room, which ended that call; null again once the settings are saved. */
  unsafeRoomAt: timeSchema.nullable(),
  direct: z.object({ ...directBase, hasTurnSecret: z.boolean() }),
  jitsi: z.object({ ...jitsiBase, hasSigningKey: z.boolean(), hasReservationSecret: z.boolean() }),
});
export type MediaSettings = z.infer<typeof mediaSettingsSchema>;

/** Returns a schema for a secret: absent keeps what is stored, null clears it, a text replaces it. */
function secretOf(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min, { message: `at least ${min} characters` })
    .max(max)
    .nullable()
    .optional();
}

/** Body of PUT /attendance/media. The response of GET may be sent back unchanged: the secrets stay. */
export const mediaSettingsUpdateSchema = z.object({
  ...base,
  direct: z.object({
    ...directBase,
    /** coturn’s `static-auth-secret`. Absent keeps it, null clears it. */
    turnSecret: secretOf(8, 500),
  }),
  jitsi: z
    .object({
      ...jitsiBase,
      /** The shared secret (HS256), or the private key in PEM (RS256). Visitors hold tokens: a short one is guessed from them. */
      signingKey: secretOf(16, 10_000),
      /** Bearer token that the deployment's reservation module sends. */
      reservationSecret: secretOf(16, 500),
    })
    .superRefine((jitsi, context) => {
      const demand = (isGood: boolean, field: keyof typeof jitsiBase, message: string): void => {
        if (!isGood) context.addIssue({ code: 'custom', path: [field], message });
      };
      if (jitsi.domain === null || jitsi.kind === 'open') return;
      demand(jitsi.appId !== '', 'appId', 'required where tokens are signed');
      if (jitsi.kind !== 'jaas') return;
      demand(jitsi.algorithm === 'RS256', 'algorithm', 'JaaS takes RS256 only');
      demand(/^[\w-]+$/.test(jitsi.appId), 'appId', 'an AppID like vpaas-magic-cookie-1a2b3c');
      demand(jitsi.keyId.startsWith(`${jitsi.appId}/`), 'keyId', 'required at JaaS, as <AppID>/<key>');
    }),
});
export type MediaSettingsUpdate = z.infer<typeof mediaSettingsUpdateSchema>;

/** Checks of the self-test, in the order they run. */
export const MEDIA_CHECKS = [
  'answers',
  'serves-client',
  'accepts-token',
  'refuses-no-token',
  'refuses-foreign-signature',
  'accepts-room',
  'refuses-other-room',
  'asks-reservation',
  'ice-urls',
] as const;

/** Reasons why a check did not succeed; a screen has a text for each. Closed, like the error codes. */
export const MEDIA_FINDINGS = [
  'not-configured',
  'unreachable',
  'timed-out',
  'certificate',
  'private-address',
  'redirected',
  'bad-answer',
  'lets-in',
  'refused',
  'hosted',
  'open',
  'no-signalling',
  'needs-browser',
  'room-refused',
  'not-asked',
  'wrong-secret',
  'no-reservation-secret',
  'no-turn',
  'no-turn-secret',
  'shape-only',
] as const;

export type MediaFinding = (typeof MEDIA_FINDINGS)[number];

export const mediaCheckSchema = z.object({
  check: z.enum(MEDIA_CHECKS),
  result: z.enum(['ok', 'failed', 'not-testable']),
  /** Reason beside the result; null where there is none to give. */
  finding: z.enum(MEDIA_FINDINGS).nullable(),
});
export type MediaCheck = z.infer<typeof mediaCheckSchema>;

/** POST /attendance/media/self-test: what is stored is tested, as the server reaches it. */
export const mediaSelfTestSchema = z.object({
  provider: mediaProviderSchema,
  checks: z.array(mediaCheckSchema),
});
export type MediaSelfTest = z.infer<typeof mediaSelfTestSchema>;
