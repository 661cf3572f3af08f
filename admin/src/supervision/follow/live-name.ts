import type { Translate } from '../../i18n/useTexts';

interface Named {
  readonly visitorName: string;
  readonly protocolNumber: string;
}

/** Returns what a live interaction is called: its visitor's name, or its number while there is none. */
export function liveName({ protocolNumber, visitorName }: Named, t: Translate): string {
  return visitorName === '' ? t('ui.visitor.unnamed', { id: protocolNumber }) : visitorName;
}
