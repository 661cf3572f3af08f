import type { MediaSelfTest } from '../../../../protocol/calls/media-settings';
import { createJitsiReservations, type JitsiReservations } from '../../application/calls/jitsi-reservations';
import type { Media } from '../../application/calls/media';
import { createConfigureMedia, type ConfigureMedia } from '../../application/calls/media-settings';
import { createReservationWatch } from '../../application/calls/reservation-watch';
import { createTestMedia } from '../../application/calls/test-media';
import { findAttemptByRoom } from '../../adapters/calls/call-rows';
import { createMediaSettingsStore } from '../../adapters/calls/media-settings-store';
import { createOutbound } from '../../adapters/outbound/outbound';
import { foreignKey } from '../../adapters/calls/foreign-key';
import { signJitsiToken } from '../../adapters/calls/jitsi-token';
import { createMedia } from '../../adapters/calls/media';
import { sameSecret } from '../../adapters/calls/same-secret';
import { acceptsKey } from '../../adapters/calls/signing-key';
import type { Host } from '../host';

/** Parts of the media providers and their settings. */
export interface MediaSide {
  readonly media: Media;
  readonly configureMedia: ConfigureMedia;
  readonly testMedia: () => Promise<MediaSelfTest>;
  /** Notifies the deployment's administrator, in the settings and in the log. */
  noteUnsafeRoom(): Promise<void>;
  /** Reservations of rooms, which the deployment asks for. */
  readonly reservations: JitsiReservations;
}

export async function openMediaSide({ clock, log, privateHosts, sql }: Host): Promise<MediaSide> {
  const settings = createMediaSettingsStore(sql);
  await settings.ensure();
  const media = createMedia(settings, clock);
  const watch = createReservationWatch();
  return {
    media,
    configureMedia: createConfigureMedia(settings, acceptsKey),
    testMedia: createTestMedia({
      settings,
      outbound: createOutbound({ privateHosts }),
      createRoom: media.createRoom,
      mint: (jitsi, room) => {
        const participant = { side: 'agent', name: 'Atende' } as const;
        return signJitsiToken(jitsi, { room, userId: 'self-test', participant }, clock.now());
      },
      foreignKey: ({ algorithm }) => foreignKey(algorithm),
      watchReservation: watch.watch,
    }),
    noteUnsafeRoom: async () => {
      log.error('attendance: the Jitsi deployment makes visitors moderators, and the call was ended', {
        settings: 'JICOFO_ENABLE_AUTH, ENABLE_AUTO_OWNER, token_affiliation: see docs/jitsi.md',
      });
      await settings.noteUnsafeRoom(clock.now());
    },
    reservations: createJitsiReservations(
      settings,
      { findByRoom: (room) => findAttemptByRoom(sql, room) },
      sameSecret,
      clock,
      watch,
    ),
  };
}
