import type {
  Attachment,
  AttachmentId,
  FileType,
  UploadRefusal,
} from '../../../../protocol/attachments/attachments';
import { cleanFileName } from '../../domain/attachments/file-name';
import { isLive } from '../../domain/interactions/interaction-state';
import { judgeSize, mayUpload } from '../../domain/attachments/upload';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type {
  Announced,
  AttachmentSettingsStore,
  AttachmentStore,
  FileInspector,
  FileVault,
  StoredFile,
  Thumbnail,
  Uploader,
} from './ports';
import type { Room } from './room';
import type { UploadGate } from './upload-gate';

export interface UploadPorts {
  readonly attachments: AttachmentStore;
  readonly settings: AttachmentSettingsStore;
  readonly interactions: Pick<InteractionStore, 'find'>;
  readonly vault: FileVault;
  readonly inspector: FileInspector;
  readonly gate: UploadGate;
  readonly room: Pick<Room, 'has' | 'take'>;
  readonly clock: Clock;
  readonly createId: () => AttachmentId;
  /** Called when a file was not stored; the next purge removes what there may be of it. */
  readonly onFault: (fault: unknown) => void;
}

export type Refused = { readonly ok: false; readonly reason: UploadRefusal };

/** Admission of a file, or its refusal; call `leave` whatever comes of it. */
export type Admission =
  | { readonly ok: true; readonly maxBytes: number; readonly leave: () => void }
  | Refused;

export type UploadOutcome =
  | { readonly ok: true; readonly data: Attachment }
  | Refused
  /** The provider failed; nothing half-stored stays. */
  | { readonly ok: false; readonly reason: 'unavailable' };

/** Upload in two steps, so that a file refused by the first is never read. Both rely on an uploader who was authenticated. */
export interface Upload {
  admit(uploader: Uploader, announced: Announced): Promise<Admission>;
  take(uploader: Uploader, content: Buffer, givenName: string): Promise<UploadOutcome>;
}

export function createUpload(ports: UploadPorts): Upload {
  const { attachments, gate, inspector, interactions, room, settings, vault } = ports;

  /** Null, or why nothing of this size is taken from them now. */
  const refusalOf = async (uploader: Uploader, bytes: number | null): Promise<UploadRefusal | null> => {
    const rules = await settings.get();
    if (!vault.isAvailable() || !mayUpload(rules, uploader.side)) return 'off';
    const stored = await interactions.find(uploader.interactionId);
    if (stored === null || !isLive(stored.interaction)) return 'ended';
    const refusal = judgeSize(rules, await attachments.uploadedBy(uploader), bytes);
    return refusal ?? ((await room.has(bytes ?? 1)) ? null : 'full');
  };

  return {
    admit: async (uploader, { address, bytes }) => {
      const reason = await refusalOf(uploader, bytes);
      if (reason !== null) return { ok: false, reason };
      const { maxBytes } = await settings.get();
      const leave = gate.enter(personOf(uploader), address, bytes ?? maxBytes);
      return leave === null ? { ok: false, reason: 'busy' } : { ok: true, maxBytes, leave };
    },
    take: async (uploader, content, givenName) => {
      const reason = await refusalOf(uploader, content.length);
      if (reason !== null) return { ok: false, reason };
      const { kinds } = await settings.get();
      const type = await inspector.detect(content, givenName);
      if (type === 'broken') return { ok: false, reason: 'broken' };
      if (type === null || !kinds.includes(type.kind)) return { ok: false, reason: 'type' };
      const thumbnail = type.kind === 'image' ? await inspector.thumbnail(content, personOf(uploader)) : null;
      if (thumbnail === 'broken') return { ok: false, reason: 'broken' };
      if (!(await room.take(content.length))) return { ok: false, reason: 'full' };
      return keep(ports, uploader, { content, givenName, type, thumbnail });
    },
  };
}

/** Returns the key by which uploaders are distinguished. */
function personOf({ personId, side }: Uploader): string {
  return `${side}/${personId}`;
}

interface Inspected {
  readonly content: Buffer;
  readonly givenName: string;
  readonly type: FileType;
  readonly thumbnail: Thumbnail | null;
}

/** The row first: whatever happens from then on, it is known what may have to be taken away. */
async function keep(
  { attachments, clock, createId, onFault, vault }: UploadPorts,
  uploader: Uploader,
  { content, givenName, thumbnail, type }: Inspected,
): Promise<UploadOutcome> {
  const attachment: Attachment = {
    id: createId(),
    kind: type.kind,
    name: cleanFileName(givenName, type),
    mime: type.mime,
    size: content.length,
    picture: thumbnail === null ? null : { width: thumbnail.width, height: thumbnail.height },
  };
  const key = vault.createKey();
  const places = { file: vault.place(), thumbnail: thumbnail === null ? null : vault.place() };
  await attachments.begin({ ...uploader, attachment, key, ...places }, clock.now());
  try {
    const file = await vault.store(places.file, key, content);
    const small: StoredFile | null =
      places.thumbnail === null || thumbnail === null
        ? null
        : await vault.store(places.thumbnail, key, thumbnail.content);
    await attachments.finish(attachment.id, file, small);
    return { ok: true, data: attachment };
  } catch (fault) {
    onFault(fault);
    await attachments.abandon(attachment.id);
    return { ok: false, reason: 'unavailable' };
  }
}
