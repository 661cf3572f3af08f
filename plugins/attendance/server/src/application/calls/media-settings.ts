import type { MediaProvider } from '../../../../protocol/calls/calls';
import type {
  JitsiAlgorithm,
  JitsiKind,
  MediaSettingsUpdate,
} from '../../../../protocol/calls/media-settings';
import type { Outcome } from '../outcome';

export interface JitsiSettings {
  readonly domain: string | null;
  readonly kind: JitsiKind;
  readonly algorithm: JitsiAlgorithm;
  readonly appId: string;
  readonly audience: string;
  readonly subject: string;
  readonly keyId: string;
  readonly signingKey: string | null;
  readonly reservationSecret: string | null;
}

/** The media settings with their secrets: they leave the server as tickets only. */
export interface StoredMediaSettings {
  readonly version: number;
  readonly videoHeight: number;
  /** Time at which the deployment last made a visitor the moderator of a room; null again once the settings are saved. */
  readonly unsafeRoomAt: number | null;
  readonly direct: {
    readonly iceUrls: readonly string[];
    readonly turnSecret: string | null;
    readonly turnLifetimeMs: number;
  };
  readonly jitsi: JitsiSettings;
}

/** Store of the media settings, one row. */
export interface MediaSettingsStore {
  get(): Promise<StoredMediaSettings>;
  /** Refused with `conflict` when somebody else changed it since `version` was read. */
  update(settings: StoredMediaSettings): Promise<Outcome<StoredMediaSettings>>;
  /** Leaves the version as it is: it is no setting. */
  noteUnsafeRoom(at: number): Promise<void>;
  /** Makes the row, with the product's defaults. */
  ensure(): Promise<void>;
}

/** Returns whether a text is a key for signing by this algorithm. */
export type AcceptsKey = (algorithm: JitsiAlgorithm, key: string) => boolean;

export type MediaUpdateOutcome =
  | Outcome<StoredMediaSettings>
  | { readonly ok: false; readonly code: 'bad_request'; readonly message: string };

export interface ConfigureMedia {
  get(): Promise<StoredMediaSettings>;
  update(update: MediaSettingsUpdate): Promise<MediaUpdateOutcome>;
}

/** `jitsi` as soon as a deployment is configured [M3]. */
export function providerOf({ jitsi }: StoredMediaSettings): MediaProvider {
  return jitsi.domain === null ? 'direct' : 'jitsi';
}

/** Absent keeps, null clears, a text replaces: whoever saves what they were shown changes no secret. */
function secretAfter(stored: string | null, given: string | null | undefined): string | null {
  return given === undefined ? stored : given;
}

export function createConfigureMedia(store: MediaSettingsStore, acceptsKey: AcceptsKey): ConfigureMedia {
  return {
    get: store.get,
    update: async (update) => {
      const stored = await store.get();
      if (stored.version !== update.version) return { ok: false, code: 'conflict' };
      const { signingKey, reservationSecret, ...jitsi } = update.jitsi;
      const { turnSecret, ...direct } = update.direct;
      const next: StoredMediaSettings = {
        version: update.version,
        videoHeight: update.videoHeight,
        unsafeRoomAt: null,
        direct: { ...direct, turnSecret: secretAfter(stored.direct.turnSecret, turnSecret) },
        jitsi: {
          ...jitsi,
          signingKey: secretAfter(stored.jitsi.signingKey, signingKey),
          reservationSecret: secretAfter(stored.jitsi.reservationSecret, reservationSecret),
        },
      };
      const complaint = complaintOf(next.jitsi, acceptsKey);
      if (complaint !== null) return { ok: false, code: 'bad_request', message: complaint };
      return store.update(next);
    },
  };
}

/** Returns what is wrong with the merged settings, which the update alone does not show: the key may have been stored for another algorithm. */
function complaintOf(
  { algorithm, domain, kind, signingKey }: JitsiSettings,
  acceptsKey: AcceptsKey,
): string | null {
  if (domain === null || kind === 'open') return null;
  if (signingKey === null) return 'jitsi.signingKey: required where tokens are signed';
  if (acceptsKey(algorithm, signingKey)) return null;
  return algorithm === 'RS256'
    ? 'jitsi.signingKey: RS256 takes an RSA private key of 2048 bits or more, in PEM'
    : 'jitsi.signingKey: HS256 takes a shared secret, not a key in PEM';
}
