import type { ReactNode } from 'react';

import type { VisitorInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import { adoptStyles } from '../parts/adopt-styles';
import type { Panel } from '../panel/panel';
import { EndArea } from './EndArea';
import sheet from './end.sheet.css';
import { loadEndTexts } from './load-end-texts';

export interface EndPart {
  readonly EndArea: (props: {
    readonly config: PanelConfig;
    readonly interaction: VisitorInteraction;
  }) => ReactNode;
}

/** Opens the part of the panel with rating and transcript [W4]. It is fetched with the first end; there is one for the page. */
export async function openEndPart(panel: Panel): Promise<EndPart> {
  const texts = await loadEndTexts(panel.locale);
  adoptStyles(sheet);
  return {
    EndArea: ({ config, interaction: { id } }) => (
      <EndArea key={id} config={config} panel={panel} texts={texts} interactionId={id} />
    ),
  };
}
