import type { MediaSettings } from '../../../protocol/calls/media-settings';
import type { StoredMediaSettings } from '../application/calls/media-settings';

/** The media settings as an admin sees them: of a secret only that there is one. */
export function toMediaSettings({
  direct: { turnSecret, ...direct },
  jitsi: { reservationSecret, signingKey, ...jitsi },
  unsafeRoomAt,
  version,
  videoHeight,
}: StoredMediaSettings): MediaSettings {
  return {
    version,
    videoHeight,
    unsafeRoomAt,
    direct: { ...direct, iceUrls: [...direct.iceUrls], hasTurnSecret: turnSecret !== null },
    jitsi: {
      ...jitsi,
      hasSigningKey: signingKey !== null,
      hasReservationSecret: reservationSecret !== null,
    },
  };
}
