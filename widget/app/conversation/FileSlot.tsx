import type { FileSlotProps } from '../files/file-part';
import { lazyPart } from '../parts/lazy-part';
import type { Panel } from '../panel/panel';
import { usePart } from '../parts/usePart';

const filePart = lazyPart(async (panel: Panel) => (await import('../files/file-part')).openFilePart(panel));

/** The place for files; the part that shows and sends them is fetched with the first conversation [C6]. */
export function FileSlot(props: FileSlotProps) {
  const part = usePart(filePart, props.panel, true);
  return part && part !== 'failed' ? <part.View {...props} /> : null;
}
