import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { lazyPart } from '../lazy-part';
import type { State } from '../model/state';
import type { Panel } from '../panel';
import { usePart } from './usePart';

const filePart = lazyPart(async (panel: Panel) => (await import('../files/file-part')).openFilePart(panel));

export interface FileSlotProps {
  readonly panel: Panel;
  /** In the composer. */
  readonly state?: State;
  /** In a message. */
  readonly files?: readonly Attachment[];
}

/** Room for files; what shows and sends them is fetched with the first conversation [C6]. */
export function FileSlot(props: FileSlotProps) {
  const part = usePart(filePart, props.panel, true);
  return part && part !== 'failed' ? <part.View {...props} /> : null;
}
