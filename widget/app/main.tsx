import './panel.css';

import { createRoot } from 'react-dom/client';

import { PROTOCOL_VERSION } from '../../plugins/attendance/protocol/version';
import { chooseLanguage } from '../bridge/choose-language';
import { linkPage, readFrameAddress, type PageLink } from '../bridge/frame-end';
import type { HostState } from '../bridge/messages';
import { applyTheme } from './apply-theme';
import { App } from './components/App';
import { loadTexts, LOCALE_OF } from './i18n/load-texts';
import { toPage } from './model/page';
import { INITIAL_STATE } from './model/state';
import { createStore, type Store } from './model/store';
import type { Panel } from './panel';
import { fillGaps } from './realtime/fill-gaps';
import { openWire } from './realtime/open-wire';
import { reportReceipts } from './realtime/report-receipts';
import { reportTyping } from './realtime/report-typing';
import { runOutbox } from './realtime/run-outbox';
import { createSession } from './realtime/session';
import type { Wire } from './realtime/wire';
import { soundNotices } from './sound-notices';
import { tellPage } from './tell-page';

async function start(link: PageLink): Promise<void> {
  const { config, wishes, saved, isOpen, isFullScreen } = link.host;
  const language = chooseLanguage([wishes.locale, ...navigator.languages, config.defaultLocale]);
  const locale = LOCALE_OF[language];
  const container = document.getElementById('app');
  if (!container) return;
  document.documentElement.lang = locale;
  applyTheme(config.appearance);
  const texts = await loadTexts(language);
  const store = createStore({ ...INITIAL_STATE, isTabVisible: !document.hidden });
  let host = link.host;
  const page = () => toPage(host);

  const wire = openWire({
    handshake: () => ({
      protocol: PROTOCOL_VERSION,
      siteKey: config.siteKey,
      token: store.getState().token,
      interactionId: store.getState().interaction?.id ?? null,
      locale,
      page: page(),
    }),
    onFact: store.dispatch,
    onLost: () => store.dispatch({ type: 'connection:lost' }),
    onFailed: () => store.dispatch({ type: 'connection:failed' }),
    onRefused(code) {
      // A token that is no longer good is no reason to turn the visitor away: they start anew without it.
      if (code === 'unauthorized' && store.getState().token) {
        store.dispatch({ type: 'token:changed', token: null });
        wire.reconnect();
      } else store.dispatch({ type: 'connection:refused', code });
    },
  });
  const session = createSession({ store, wire, departmentKey: wishes.department, page });
  const telling = tellPage(link, store, texts, saved ?? undefined);
  const panel: Panel = { config, locale, texts, store, session, close: telling.close };

  if (saved) store.dispatch({ type: 'state:restored', saved });
  store.dispatch({ type: 'panel:changed', isOpen, isFullScreen });
  runOutbox(store, wire);
  fillGaps(store, wire);
  reportReceipts(store, wire);
  reportTyping(store, wire);
  soundNotices(store);
  document.addEventListener('visibilitychange', () =>
    store.dispatch({ type: 'tab:changed', isTabVisible: !document.hidden }),
  );
  link.listen((news) => {
    const previous = host;
    host = news;
    followHost(store, wire, previous, news);
  });
  createRoot(container).render(<App panel={panel} />);
}

/** What differs in what the page tells. */
function followHost(
  store: Store,
  wire: Wire,
  previous: HostState,
  { isOpen, isFullScreen, saved, ...news }: HostState,
): void {
  const state = store.getState();
  if (isOpen !== state.isOpen || isFullScreen !== state.isFullScreen) {
    store.dispatch({ type: 'panel:changed', isOpen, isFullScreen });
  }
  const page = toPage(news);
  const { url, title } = toPage(previous);
  if (page.url !== url || page.title !== title) wire.hint('page:report', { page });
  // Another tab of this visitor has started meanwhile: the two are one visitor [P6].
  if (saved?.token && !state.token && !state.isRequesting) {
    store.dispatch({ type: 'token:changed', token: saved.token });
    wire.reconnect();
  }
}

const address = readFrameAddress(location.search);
if (address) void linkPage(address).then(start);
