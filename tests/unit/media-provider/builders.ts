import type { CallAttempt } from '../../../plugins/attendance/server/src/application/interactions/rows';
import type { Participant } from '../../../plugins/attendance/server/src/application/calls/media';
import type {
  JitsiSettings,
  MediaSettingsStore,
  StoredMediaSettings,
} from '../../../plugins/attendance/server/src/application/calls/media-settings';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { changeInMemory } from '../../support/fakes/memory-settings';

export const NOW = Date.UTC(2026, 0, 15, 12, 0, 0, 500);
export const SECRET = 'a-shared-secret-of-the-tests';
export const ROOM = `atende-${'0123456789abcdef'.repeat(2)}`;

export function settingsWith({
  direct = {},
  jitsi = {},
  ...rest
}: {
  readonly direct?: Partial<StoredMediaSettings['direct']>;
  readonly jitsi?: Partial<JitsiSettings>;
  readonly version?: number;
  readonly videoHeight?: number;
} = {}): StoredMediaSettings {
  return {
    version: 3,
    videoHeight: 720,
    unsafeRoomAt: null,
    ...rest,
    direct: { iceUrls: [], turnSecret: null, turnLifetimeMs: 3_600_000, ...direct },
    jitsi: {
      domain: null,
      kind: 'self-hosted',
      algorithm: 'HS256',
      appId: 'atende',
      audience: '',
      subject: '',
      keyId: '',
      signingKey: SECRET,
      reservationSecret: null,
      ...jitsi,
    },
  };
}

/** Media settings whose row is in memory. */
export function memoryMediaSettings(first: StoredMediaSettings): MediaSettingsStore {
  const held = { settings: first };
  return {
    get: () => Promise.resolve(held.settings),
    update: (update) => Promise.resolve(changeInMemory(held, update)),
    noteUnsafeRoom: (at) => {
      held.settings = { ...held.settings, unsafeRoomAt: at };
      return Promise.resolve();
    },
    ensure: () => Promise.resolve(),
  };
}

export function attemptOf(overrides: Partial<CallAttempt> = {}): CallAttempt {
  return {
    interactionId: 7 as InteractionId,
    attempt: 2,
    medium: 'video',
    room: ROOM,
    provider: 'jitsi',
    startedAt: NOW - 1_000,
    ...overrides,
  };
}

export const VISITOR: Participant = { side: 'visitor', name: 'Carla' };
export const AGENT: Participant = { side: 'agent', name: 'Ana' };
