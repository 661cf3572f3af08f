import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';

import type {
  AttachmentId,
  AttachmentUsage,
  UploadRules,
} from '../../../../protocol/attachments/attachments';
import type { Side } from '../../../../protocol/schemas/scalars';
import { createAttachmentSettingsStore } from '../../adapters/attachments/attachment-settings-store';
import { createAttachmentReader } from '../../adapters/attachments/attachment-reader';
import { createFileInspector } from '../../adapters/attachments/file-inspector';
import { networkOf } from '../../adapters/strapi/client-address';
import { isStorageFault } from '../../adapters/database/sqlite/storage-fault';
import { createDrawer } from '../../adapters/drawing/drawer';
import { createFileVault } from '../../adapters/attachments/file-vault';
import { createAttachmentStore } from '../../application/attachments/attachment-store';
import type { AttachmentSettingsStore } from '../../application/attachments/ports';
import { createPurgeAttachments } from '../../application/attachments/purge';
import { createReadAttachment, type ReadAttachment } from '../../application/attachments/read';
import { createRoom } from '../../application/attachments/room';
import { createUpload, type Upload } from '../../application/attachments/upload';
import { createUploadGate } from '../../application/attachments/upload-gate';
import { every } from '../../application/every';
import type { AgentStore } from '../../application/agents/ports';
import type { Database } from '../../application/database/tx';
import type { InteractionStore } from '../../application/interactions/ports';
import type { MayReadTranscript } from '../../application/transcripts/reading-rights';
import type { SettingsSignals } from '../../application/settings/signals';
import type { VisitorStore } from '../../application/visitors/ports';
import type { AttachmentPorts } from '../../controllers/attachments';
import { mayUpload } from '../../domain/attachments/upload';
import type { Edge } from '../edge';
import type { Host } from '../host';

const PURGE_MS = 60_000;
const ID_BYTES = 16;

/** Parts of the files that messages carry. */
export interface AttachmentSide {
  readonly settings: AttachmentSettingsStore;
  readonly upload: Upload;
  readonly read: ReadAttachment;
  readonly interactions: InteractionStore;
  readonly visitors: VisitorStore;
  readonly agents: AgentStore;
  readonly mayReadTranscript: MayReadTranscript;
  readonly isFollowedBy: AttachmentPorts['isFollowedBy'];
  readonly now: () => number;
  /** Resolves to the size of all files, and the quota. */
  usage(): Promise<AttachmentUsage>;
  /** Version that grows with every change of the upload rules; kept in memory, for every visitor who connects receives it. */
  version(): number;
  /** Resolves to a side's upload rules; null where it may upload nothing. */
  rules(side: Side): Promise<UploadRules | null>;
  /** Removes files that nobody may read any more [Z58]; resolves to their number. */
  purge(): Promise<number>;
  /** Resolves to the milliseconds that the address behind a request must wait before its next file. */
  uploadDelay(request: IncomingMessage): Promise<number>;
  /** Returns the network address of a request, by which limits are counted. */
  addressOf(request: IncomingMessage): string;
  /** Returns whether nothing can be stored at the moment, by anybody. */
  isUnavailable(fault: unknown): boolean;
  readonly stop: () => Promise<void>;
}

export interface AttachmentSideOptions {
  readonly database: Database;
  readonly interactions: InteractionStore;
  readonly visitors: VisitorStore;
  readonly agents: AgentStore;
  readonly mayReadTranscript: MayReadTranscript;
  readonly isFollowedBy: AttachmentPorts['isFollowedBy'];
  readonly edge: Pick<Edge, 'addressOf' | 'delay'>;
  readonly signals: Pick<SettingsSignals, 'uploadRules'>;
}

export async function openAttachmentSide(
  { clock, privateHosts, sql, strapi }: Host,
  {
    agents,
    database,
    edge,
    interactions,
    isFollowedBy,
    mayReadTranscript,
    signals,
    visitors,
  }: AttachmentSideOptions,
): Promise<AttachmentSide> {
  const attachments = createAttachmentStore(database, createAttachmentReader(sql));
  const settings = createAttachmentSettingsStore(sql);
  const vault = createFileVault(strapi, privateHosts);
  const tell = (message: string) => (fault: unknown) => strapi.log.error(message, { fault: String(fault) });
  await settings.ensure();
  let { version } = await settings.get();
  const drawer = createDrawer({
    // Beside the built server: dist/server/index.js and dist/reader/draw.js.
    processFile: path.resolve(__dirname, '../reader/draw.js'),
    onFault: tell('attendance: a picture was not drawn; its message shows it as a file'),
  });
  const room = await createRoom({
    attachments,
    settings,
    onFill: (fill, usage) => {
      if (fill === 'near')
        strapi.log.warn('attendance: the files nearly fill the room that the settings give them', usage);
      if (fill === 'full')
        strapi.log.error(
          'attendance: the room for files is full and none is taken; raise it in Settings, "Anexos", or keep conversations for less long',
          usage,
        );
    },
  });
  const purgeFiles = createPurgeAttachments(attachments, vault, {
    clock,
    onFault: tell('attendance: the upload provider did not remove a file; it is tried again'),
  });
  const purge = async (): Promise<number> => {
    const count = await purgeFiles();
    await room.recount();
    return count;
  };
  const stopPurging = every(
    PURGE_MS,
    async () => void (await purge()),
    tell('attendance: a purge of files failed'),
  );
  return {
    settings: {
      ...settings,
      update: async (update) => {
        const outcome = await settings.update(update);
        if (!outcome.ok) return outcome;
        ({ version } = outcome.data);
        await room.recount();
        await signals.uploadRules.notify();
        return outcome;
      },
    },
    version: () => version,
    interactions,
    visitors,
    agents,
    mayReadTranscript,
    isFollowedBy,
    now: clock.now,
    usage: room.usage,
    upload: createUpload({
      attachments,
      settings,
      interactions,
      vault,
      inspector: createFileInspector(drawer),
      gate: createUploadGate({
        addressFactor: strapi.config.get<number>('plugin::attendance.addressLimitFactor', 1),
      }),
      room,
      clock,
      createId: () => randomBytes(ID_BYTES).toString('base64url') as AttachmentId,
      onFault: tell('attendance: the upload provider did not store a file'),
    }),
    read: createReadAttachment(attachments, interactions, vault),
    rules: async (side) => {
      const held = await settings.get();
      if (!vault.isAvailable() || !mayUpload(held, side)) return null;
      return { kinds: held.kinds, maxBytes: held.maxBytes };
    },
    purge,
    uploadDelay: edge.delay('upload'),
    addressOf: (request) => networkOf(edge.addressOf(request)),
    isUnavailable: isStorageFault,
    stop: async () => {
      drawer.stop();
      await stopPurging();
    },
  };
}
