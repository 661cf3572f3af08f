import type { ReactNode } from 'react';

import type { State } from '../model/state';
import { adoptStyles } from '../parts/adopt-styles';
import type { Panel } from '../panel/panel';
import { callCommands } from './desk/call-commands';
import { CallArea } from './CallArea';
import { openDesk } from './desk/call-desk';
import { isOwnTab, openOwnTab } from './desk/own-tab';
import sheet from './call.sheet.css';
import { loadCallTexts } from './load-call-texts';

interface CallPart {
  readonly CallArea: (props: { readonly state: State }) => ReactNode;
}

/** Opens the part of the panel that carries calls, which is fetched with the first call; there is one for the whole page. */
export async function openCallPart(panel: Panel): Promise<CallPart> {
  const texts = await loadCallTexts(panel.locale);
  adoptStyles(sheet);
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
