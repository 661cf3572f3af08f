import type { Clock } from '../clock';
import type { AttachmentStore, FileVault } from './ports';

/** Attachments per round: a provider far away takes its time for each. */
const AT_ONCE = 50;
const RETRY_AFTER_MS = 10 * 60_000;

/**
 * Takes away what nobody may read any more [Z58]: given up, carried by no message for too long, or of an interaction that is
 * gone. The row stays for as long as the provider has not let go of its files. Answers how many were taken away.
 */
export function createPurgeAttachments(
  attachments: AttachmentStore,
  vault: FileVault,
  { clock, onFault }: { readonly clock: Clock; readonly onFault: (fault: unknown) => void },
): () => Promise<number> {
  return async () => {
    let count = 0;
    for (const { files, id } of await attachments.removable(clock.now(), AT_ONCE)) {
      try {
        for (const file of files) await vault.remove(file);
        await attachments.removed(id);
        count += 1;
      } catch (fault) {
        onFault(fault);
        await attachments.keepUntil(id, clock.now() + RETRY_AFTER_MS);
      }
    }
    return count;
  };
}
