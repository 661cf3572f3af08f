import { useEffect, useState } from 'react';

import type { Attachment } from '../../../plugins/attendance/protocol/attachments';
import type { State } from '../model/state';
import type { Panel } from '../panel';

type FilePart = Awaited<ReturnType<(typeof import('../files/file-part'))['openFilePart']>>;

export interface FileSlotProps {
  readonly panel: Panel;
  /** In the composer. */
  readonly state?: State;
  /** In a message. */
  readonly files?: readonly Attachment[];
}

let part: FilePart | undefined;

/** Room for files; what shows and sends them is fetched with the first conversation [C6]. */
export function FileSlot(props: FileSlotProps) {
  const { panel } = props;
  const [, setPart] = useState(part);
  useEffect(() => {
    if (!part)
      import('../files/file-part')
        .then(({ openFilePart }) => openFilePart(panel))
        .then((opened) => setPart((part = opened)))
        // Not to be had now: the next message with files asks again.
        .catch(() => {});
  }, [panel]);
  return part ? <part.View {...props} /> : null;
}
