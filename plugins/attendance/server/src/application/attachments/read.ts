import type { Attachment, AttachmentId } from '../../../../protocol/attachments/attachments';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { InteractionStore } from '../interactions/ports';
import type { StoredInteraction } from '../interactions/stored-interaction';
import type { AttachmentStore, FileVault, KeptAttachment } from './ports';

/** Returns whether the asker may read this interaction's transcript. */
export type MayRead = (interaction: StoredInteraction) => Promise<boolean>;

export interface ReadAttachment {
  /** Resolves to null for what does not exist and for what is not theirs: the two are not distinguished [Z4]. */
  (
    id: AttachmentId,
    size: 'whole' | 'thumbnail',
    reader: { readonly side: KeptAttachment['side']; readonly mayRead: MayRead },
  ): Promise<{ readonly attachment: Attachment; readonly content: Buffer } | null>;
}

export function createReadAttachment(
  attachments: AttachmentStore,
  interactions: Pick<InteractionStore, 'find'>,
  vault: FileVault,
): ReadAttachment {
  return async (id, size, { mayRead, side }) => {
    const kept = await attachments.find(id);
    // What is not sent yet is its uploader's side's alone.
    if (kept === null || (!kept.isPosted && kept.side !== side)) return null;
    const file = size === 'whole' ? kept.file : kept.thumbnail;
    if (file === null || !(await isReadable(interactions, kept.interactionId, mayRead))) return null;
    return { attachment: kept.attachment, content: await vault.read(file, kept.key) };
  };
}

async function isReadable(
  interactions: Pick<InteractionStore, 'find'>,
  id: InteractionId,
  mayRead: MayRead,
): Promise<boolean> {
  const stored = await interactions.find(id);
  return stored !== null && (await mayRead(stored));
}
