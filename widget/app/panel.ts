import type { Locale } from '../../plugins/attendance/protocol/entities';
import type { SiteConfig } from '../../plugins/attendance/protocol/rest';
import type { Texts } from './i18n/texts';
import type { Store } from './model/store';
import type { Session } from './realtime/session';

/** What every screen is given besides the state; the same objects for the panel's whole life. */
export interface Panel {
  readonly config: SiteConfig;
  readonly locale: Locale;
  readonly texts: Texts;
  readonly store: Store;
  readonly session: Session;
  /** Asks the page to close the panel; the interaction goes on. */
  close(): void;
}
