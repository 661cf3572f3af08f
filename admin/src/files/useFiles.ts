import { useEffect, useMemo, useSyncExternalStore } from 'react';

import { readyOf, type Tray, type TrayView } from '../../../plugins/attendance/files/tray';
import type { Attachment, UploadRules } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { currentSession } from '../attendance/attendance';

/** Files for the next message of an interaction. */
export interface Files {
  readonly rules: UploadRules;
  readonly tray: Tray;
  readonly view: TrayView;
  /** Files of the next message; null while an upload is still in progress. */
  readonly ready: readonly Attachment[] | null;
}

const NOTHING: TrayView = { entries: [], isOverfull: false };
const noTray = (): (() => void) => () => undefined;
const noView = (): TrayView => NOTHING;

/** Returns the files of an interaction's composer; null where nothing may be attached. */
export function useFiles(id: InteractionId): Files | null {
  const desk = currentSession()?.files ?? null;
  // `refresh` never rejects; an admin may have changed the rules since the last fetch.
  useEffect(() => void desk?.refresh(), [desk, id]);
  const rules = useSyncExternalStore(desk?.subscribe ?? noTray, () => desk?.rules() ?? null);
  const isOff = rules === null;
  const tray = useMemo(() => (isOff ? null : (desk?.tray(id) ?? null)), [desk, id, isOff]);
  const view = useSyncExternalStore(tray?.subscribe ?? noTray, tray?.view ?? noView);
  return tray === null || rules === null ? null : { rules, tray, view, ready: readyOf(view) };
}
