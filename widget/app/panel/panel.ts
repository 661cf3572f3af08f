import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';
import type { Texts } from '../i18n/shapes/texts';
import type { Store } from '../model/store';
import type { HostState } from '../../bridge/messages';
import type { CallNewsroom } from '../realtime/call-news';
import type { Session } from '../realtime/session';
import type { Wire } from '../realtime/wire';

/** The context of every screen besides the state; the same objects for the panel's whole life. */
export interface Panel {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly store: Store;
  readonly session: Session;
  readonly wire: Wire;
  readonly callNews: CallNewsroom;
  /** Returns the host page's current state. */
  host(): HostState;
  /** Asks the page to close the panel; the interaction goes on. */
  close(): void;
}
