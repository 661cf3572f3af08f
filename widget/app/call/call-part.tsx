import type { ReactNode } from 'react';

import type { State } from '../model/state';
import { dress } from '../dress';
import type { Panel } from '../panel';
import { callCommands } from './call-commands';
import { CallArea } from './CallArea';
import { openDesk } from './call-desk';
import { isOwnTab, openOwnTab } from './own-tab';
import sheet from './call.sheet.css';
import { loadCallTexts } from './load-call-texts';

interface CallPart {
  readonly CallArea: (props: { readonly state: State }) => ReactNode;
}

/** Everything of calls, fetched with the first one; there is one for the whole page. */
export async function openCallPart(panel: Panel): Promise<CallPart> {
  const texts = await loadCallTexts(panel.locale);
  dress(sheet);
  const desk = openDesk(panel, isOwnTab());
  const commands = callCommands(panel);
  const context = {
    panel,
    texts,
    desk,
    commands,
    hangUp: () => void desk.hangUp(commands.hangUp),
    openOwnTab: () => openOwnTab(panel),
  };
  return { CallArea: ({ state }) => <CallArea context={context} state={state} /> };
}
