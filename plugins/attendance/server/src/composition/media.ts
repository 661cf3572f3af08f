import type { Knex } from 'knex';

import type { MediaSelfTest } from '../../../protocol/media-settings';
import { createJitsiReservations, type JitsiReservations } from '../application/jitsi-reservations';
import type { CallAttempts, Media } from '../application/media';
import { createConfigureMedia, type ConfigureMedia } from '../application/media-settings';
import type { Clock } from '../application/ports';
import { createReservationWatch } from '../application/reservation-watch';
import { createTestMedia } from '../application/test-media';
import { sqlOn } from '../adapters/database/sqlite/sql-on';
import { createMediaSettingsStore } from '../adapters/media-settings-store';
import { createOutbound } from '../adapters/outbound/outbound';
import { foreignKey } from '../adapters/media/foreign-key';
import { signJitsiToken } from '../adapters/media/jitsi-token';
import { createMedia } from '../adapters/media/media';
import { sameSecret } from '../adapters/media/same-secret';
import { acceptsKey } from '../adapters/media/signing-key';

/** Everything around what carries calls. */
export interface MediaSide {
  readonly media: Media;
  readonly configureMedia: ConfigureMedia;
  readonly testMedia: () => Promise<MediaSelfTest>;
  /** Tells whoever administers the deployment, in the settings and in the log. */
  noteUnsafeRoom(): Promise<void>;
  /** For the deployment, which asks about rooms. */
  reservations(attempts: CallAttempts): JitsiReservations;
}

export interface MediaSideOptions {
  readonly clock: Clock;
  /** Of the outbound client. */
  readonly privateHosts: readonly string[];
  readonly log: { error(message: string, fields: Readonly<Record<string, unknown>>): void };
}

export async function openMediaSide(
  knex: Knex,
  { clock, log, privateHosts }: MediaSideOptions,
): Promise<MediaSide> {
  const settings = createMediaSettingsStore(sqlOn(knex));
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
    reservations: (attempts) => createJitsiReservations(settings, attempts, sameSecret, clock, watch),
  };
}
