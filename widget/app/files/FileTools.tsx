import { useEffect, useRef, useState } from 'react';

import { watchDropAndPaste } from '../../../plugins/attendance/files/drop-and-paste';
import { acceptOf } from '../../../plugins/attendance/protocol/shared/attachment-kinds';
import type { State } from '../model/state';
import type { FileContext } from './file-part';
import { FileIcon } from './FileIcon';
import { TrayView } from './TrayView';

interface FileToolsProps {
  readonly context: FileContext;
  readonly state: State;
}

/** The composer's tools for files: the button, paste and drop, and above them the attachments of the next message. */
export function FileTools({ context, state }: FileToolsProps) {
  const { panel, texts, tray } = context;
  const chooser = useRef<HTMLInputElement>(null);
  const [view, setView] = useState(tray.view);
  useEffect(() => {
    setView(tray.view());
    return tray.subscribe(() => setView(tray.view()));
  }, [tray]);
  const isDropping = useDropAndPaste((files) => {
    tray.add(files);
    document.querySelector<HTMLElement>('.composer textarea')?.focus();
  });
  const forget = () => panel.store.dispatch({ type: 'attached:changed', attached: state.attached });
  return (
    <>
      {(view.entries.length > 0 || state.hasLostFiles) && (
        <TrayView context={context} view={view} hasLost={state.hasLostFiles} onForget={forget} />
      )}
      <button
        type="button"
        className="icon attach"
        aria-label={texts.attach}
        title={texts.attach}
        onClick={() => chooser.current?.click()}
      >
        <FileIcon name="attach" />
      </button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={texts.attach}
        accept={acceptOf(state.config.uploads?.kinds ?? [])}
        onChange={({ currentTarget }) => {
          tray.add(currentTarget.files ?? []);
          // Choosing the same file again must fire another change event.
          currentTarget.value = '';
        }}
      />
      {isDropping && (
        <p className="drop" aria-hidden="true">
          {texts.dropHere}
        </p>
      )}
    </>
  );
}

/** Takes files dropped or pasted anywhere in the panel while mounted. Returns whether something is dragged over it. */
function useDropAndPaste(take: (files: FileList) => void): boolean {
  const [isOver, setOver] = useState(false);
  const takeNow = useRef(take);
  takeNow.current = take;
  useEffect(() => watchDropAndPaste((files) => takeNow.current(files), setOver), []);
  return isOver;
}
