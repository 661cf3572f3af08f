import type { ReactNode } from 'react';

import type { VisitorInteraction } from '../../../plugins/attendance/protocol/entities';
import type { Panel } from '../panel';
import { EndArea } from './EndArea';
import sheet from './end.sheet.css';
import { loadEndTexts } from './texts/load-end-texts';

export type EndPart = (props: { readonly interaction: VisitorInteraction }) => ReactNode;

let part: Promise<EndPart> | undefined;

/** What there is to do when it is over: rate it, keep it [W4]. Fetched with the first end; there is one for the page. */
export function openEndPart(panel: Panel): Promise<EndPart> {
  part ??= open(panel);
  // Not to be had now: the next end asks again.
  part.catch(() => (part = undefined));
  return part;
}

async function open(panel: Panel): Promise<EndPart> {
  const texts = await loadEndTexts(panel.locale);
  const made = new CSSStyleSheet();
  made.replaceSync(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  return ({ interaction }) => (
    <EndArea key={interaction.id} panel={panel} texts={texts} interactionId={interaction.id} />
  );
}
