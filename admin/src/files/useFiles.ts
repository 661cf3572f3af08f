import { useEffect, useMemo, useSyncExternalStore } from 'react';

import { readyOf, type Tray, type TrayView } from '../../../plugins/attendance/files/tray';
import type { Attachment, UploadRules } from '../../../plugins/attendance/protocol/attachments';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import { currentSession } from '../attendance';

/** Files for the next message of an interaction. */
export interface Files {
  readonly rules: UploadRules;
  readonly tray: Tray;
  readonly view: TrayView;
  /** What the next message carries; null while something is still on its way. */
  readonly ready: readonly Attachment[] | null;
}

const NOTHING: TrayView = { entries: [], isOverfull: false };
const noTray = (): (() => void) => () => undefined;
const noView = (): TrayView => NOTHING;

/** Null where nothing may be attached. */
export function useFiles(id: InteractionId): Files | null {
  const desk = currentSession()?.files ?? null;
  useEffect(() => void desk?.refresh(), [desk, id]);
  const rules = useSyncExternalStore(desk?.subscribe ?? noTray, () => desk?.rules() ?? null);
  const tray = useMemo(() => (desk === null || rules === null ? null : desk.tray(id, rules)), [desk, id, rules]);
  const view = useSyncExternalStore(tray?.subscribe ?? noTray, tray?.view ?? noView);
  if (tray === null || rules === null) return null;
  return { rules, tray, view, ready: readyOf(view) };
}
