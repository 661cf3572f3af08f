import type { PageLink } from '../../bridge/frame-end';
import type { PanelState } from '../../bridge/messages';
import type { Texts } from '../i18n/shapes/texts';
import { isInvited } from '../model/call';
import { isLooking, unreadMessages } from '../model/receipt';
import { liveInteractionId, toSaved } from '../model/saved-state';
import type { State } from '../model/state';
import type { Store } from '../model/store';

const MOST_SHOWN = 99;

/** Notifies the page of what it shows and saves for the panel; each change at once, for the page may go at any moment. */
export function tellPage(
  link: PageLink,
  store: Store,
  texts: Texts,
  hadSaved: boolean,
): { close: () => void } {
  let hasSaved = hadSaved;
  let told = '';

  function describe(state: State): PanelState {
    const unread = isLooking(state) ? 0 : unreadMessages(state).length + (isInvited(state) ? 1 : 0);
    const badge = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread ? `${unread}` : '';
    const saved = toSaved(state, hasSaved);
    hasSaved ||= saved !== undefined;
    return {
      saved,
      badge,
      name: texts.launcher(unread),
      siteVersion: state.config.version,
      isLive: state.hasSnapshot && liveInteractionId(state) !== null,
      isClosing: false,
    };
  }

  store.subscribe((state) => {
    const news = describe(state);
    const text = JSON.stringify(news);
    if (text !== told) link.tell(news);
    told = text;
  });
  return { close: () => link.tell({ ...describe(store.getState()), isClosing: true }) };
}
