import type { AttachmentUsage } from '../../../../protocol/attachments/attachments';
import { fillOf, type Fill } from '../../domain/attachments/upload';
import type { AttachmentSettingsStore, AttachmentStore } from './ports';

const MEGABYTE = 1_048_576;

/** Storage used by the files of the whole installation [Z113]. Counted in memory between two readings of the rows, so that none slips past. */
export interface Room {
  usage(): Promise<AttachmentUsage>;
  /** Takes up so many bytes; false, and nothing is taken, where there is no room for them. */
  take(bytes: number): Promise<boolean>;
  /** Resolves to whether so many bytes would have room now. */
  has(bytes: number): Promise<boolean>;
  /** Looks at what is there: after files were removed. */
  recount(): Promise<void>;
}

export interface RoomPorts {
  readonly attachments: Pick<AttachmentStore, 'usedBytes'>;
  readonly settings: Pick<AttachmentSettingsStore, 'get'>;
  /** Called when the fill changes; with `fine` too, after one of the others. */
  readonly onFill: (fill: Fill, usage: AttachmentUsage) => void;
}

export async function createRoom({ attachments, onFill, settings }: RoomPorts): Promise<Room> {
  let used = await attachments.usedBytes();
  let fill: Fill = 'fine';
  const quota = async (): Promise<number> => (await settings.get()).quotaMegabytes * MEGABYTE;
  const judge = (quotaBytes: number, wanted = 0): void => {
    // A file that finds no room says that it is full, whatever is left for smaller ones.
    const now = used + wanted > quotaBytes ? 'full' : fillOf(used, quotaBytes);
    // Told once on its way up, and again only after it was fine: files of many sizes do not fill the log.
    if (now === fill || (fill === 'full' && now === 'near')) return;
    fill = now;
    onFill(fill, { usedBytes: used, quotaBytes });
  };
  const hasRoom = async (bytes: number): Promise<boolean> => {
    const quotaBytes = await quota();
    judge(quotaBytes, bytes);
    return used + bytes <= quotaBytes;
  };
  judge(await quota());
  return {
    usage: async () => ({ usedBytes: used, quotaBytes: await quota() }),
    has: hasRoom,
    take: async (bytes) => {
      const quotaBytes = await quota();
      if (used + bytes > quotaBytes) return hasRoom(bytes);
      // Nothing is waited for in between: of two who want the last place, one has it.
      used += bytes;
      judge(quotaBytes);
      return true;
    },
    recount: async () => {
      used = await attachments.usedBytes();
      judge(await quota());
    },
  };
}
