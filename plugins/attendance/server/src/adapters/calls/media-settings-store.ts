import { LIMITS } from '../../../../protocol/shared/limits';
import type { JitsiAlgorithm, JitsiKind } from '../../../../protocol/calls/media-settings';
import type { MediaSettingsStore, StoredMediaSettings } from '../../application/calls/media-settings';
import type { Columns, SqlDatabase } from '../database/sql';
import { fromJson } from '../database/columns';
import { createSingleton } from '../settings/singleton';
import { TABLE } from '../database/tables';

interface MediaSettingsRow {
  version: number;
  video_height: number;
  ice_urls: string | string[];
  turn_secret: string | null;
  turn_lifetime_ms: number;
  jitsi_domain: string | null;
  jitsi_kind: JitsiKind;
  jitsi_algorithm: JitsiAlgorithm;
  jitsi_app_id: string;
  jitsi_audience: string;
  jitsi_subject: string;
  jitsi_key_id: string;
  jitsi_signing_key: string | null;
  jitsi_reservation_secret: string | null;
  unsafe_room_at: number | string | null;
}

const DEFAULTS: StoredMediaSettings = {
  version: 0,
  unsafeRoomAt: null,
  videoHeight: LIMITS.videoHeight.default,
  direct: { iceUrls: [], turnSecret: null, turnLifetimeMs: LIMITS.turnLifetimeMs.default },
  jitsi: {
    domain: null,
    kind: 'self-hosted',
    algorithm: 'HS256',
    appId: '',
    audience: '',
    subject: '',
    keyId: '',
    signingKey: null,
    reservationSecret: null,
  },
};

export function createMediaSettingsStore(database: SqlDatabase): MediaSettingsStore {
  const { ensure, get, set, update } = createSingleton(database, {
    table: TABLE.mediaSettings,
    toSettings,
    toColumns,
    first: toColumns(DEFAULTS),
  });
  return { get, update, ensure, noteUnsafeRoom: (at) => set({ unsafe_room_at: at }) };
}

function toSettings(row: MediaSettingsRow): StoredMediaSettings {
  return {
    version: row.version,
    unsafeRoomAt: row.unsafe_room_at === null ? null : Number(row.unsafe_room_at),
    videoHeight: row.video_height,
    direct: {
      iceUrls: fromJson<string[]>(row.ice_urls),
      turnSecret: row.turn_secret,
      turnLifetimeMs: row.turn_lifetime_ms,
    },
    jitsi: {
      domain: row.jitsi_domain,
      kind: row.jitsi_kind,
      algorithm: row.jitsi_algorithm,
      appId: row.jitsi_app_id,
      audience: row.jitsi_audience,
      subject: row.jitsi_subject,
      keyId: row.jitsi_key_id,
      signingKey: row.jitsi_signing_key,
      reservationSecret: row.jitsi_reservation_secret,
    },
  };
}

function toColumns({ direct, jitsi, unsafeRoomAt, videoHeight }: StoredMediaSettings): Columns {
  return {
    unsafe_room_at: unsafeRoomAt,
    video_height: videoHeight,
    ice_urls: JSON.stringify(direct.iceUrls),
    turn_secret: direct.turnSecret,
    turn_lifetime_ms: direct.turnLifetimeMs,
    jitsi_domain: jitsi.domain,
    jitsi_kind: jitsi.kind,
    jitsi_algorithm: jitsi.algorithm,
    jitsi_app_id: jitsi.appId,
    jitsi_audience: jitsi.audience,
    jitsi_subject: jitsi.subject,
    jitsi_key_id: jitsi.keyId,
    jitsi_signing_key: jitsi.signingKey,
    jitsi_reservation_secret: jitsi.reservationSecret,
  };
}
