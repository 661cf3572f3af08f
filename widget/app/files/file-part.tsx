import type { ReactNode } from 'react';

import { createFileReader, type FileReader } from '../../../plugins/attendance/files/open-file';
import { createTray, readyOf, type Tray } from '../../../plugins/attendance/files/tray';
import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { PUBLIC_HTTP_PREFIX } from '../../../plugins/attendance/protocol/shared/version';
import { adoptStyles } from '../parts/adopt-styles';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { FileTools } from './FileTools';
import { MessageFiles } from './MessageFiles';
import sheet from './files.sheet.css';
import type { FileTexts } from '../i18n/shapes/file-texts';
import { loadFileTexts } from './load-file-texts';

/** The context that the views of files share. */
export interface FileContext {
  readonly panel: Panel;
  readonly texts: FileTexts;
  readonly tray: Tray;
  readonly reader: FileReader;
}

export interface FileSlotProps {
  readonly panel: Panel;
  /** The panel's state, given for the composer's tools only. */
  readonly state?: State;
  /** The attachments to show, given for a message only. */
  readonly files?: readonly Attachment[];
}

interface FilePart {
  readonly View: (props: FileSlotProps) => ReactNode;
}

/** Opens the part of the panel that carries files, fetched with the first conversation; there is one for the page. */
export async function openFilePart(panel: Panel): Promise<FilePart> {
  const texts = await loadFileTexts(panel.locale);
  adoptStyles(sheet);
  const context: FileContext = { panel, texts, tray: openTray(panel), reader: openReader(panel) };
  return {
    View: ({ files, state }) =>
      files ? (
        <MessageFiles context={context} files={files} />
      ) : state ? (
        <FileTools context={context} state={state} />
      ) : null,
  };
}

const base = `${location.origin}${PUBLIC_HTTP_PREFIX}`;

function openReader({ store }: Panel): FileReader {
  return createFileReader(async (path) => {
    const answer = await fetch(base + path, {
      headers: { authorization: `Bearer ${store.getState().token ?? ''}` },
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.blob();
  });
}

/** Opens the tray of the next message's files. Sending, disabled uploads and another interaction empty it. */
function openTray({ store }: Panel): Tray {
  const tray = createTray({
    rules: () => store.getState().config.uploads ?? { kinds: [], maxBytes: 1 },
    target: async () => {
      const { interaction, token } = store.getState();
      if (!interaction || !token) return Promise.resolve(null);
      return Promise.resolve({ url: `${base}/interactions/${interaction.id}/attachments`, token });
    },
  });
  const { attached } = store.getState();
  if (attached?.length) tray.restore(attached);
  let told = readyOf(tray.view());
  tray.subscribe(() => {
    const ready = readyOf(tray.view());
    if (sameIds(ready, told)) return;
    told = ready;
    store.dispatch({ type: 'attached:changed', attached: ready });
  });
  store.subscribe((state, previous) => {
    const isSent = state.outbox.length > previous.outbox.length;
    const isOff = state.config !== previous.config && !state.config.uploads;
    if (!isSent && !isOff && state.interaction?.id === previous.interaction?.id) return;
    // For a sent message the store has emptied `attached` already; for the other reasons the tray has yet to dispatch that.
    if (isSent) told = [];
    tray.clear();
  });
  return tray;
}

function sameIds(one: ReturnType<typeof readyOf>, other: ReturnType<typeof readyOf>): boolean {
  return JSON.stringify(one?.map(({ id }) => id)) === JSON.stringify(other?.map(({ id }) => id));
}
