import { createRoot } from 'react-dom/client';

import { keepAsking } from '../../plugins/attendance/chat/keep-asking';
import { keepComposing } from '../../plugins/attendance/chat/keys';
import type { InteractionId } from '../../plugins/attendance/protocol/schemas/ids';
import { PROTOCOL_VERSION } from '../../plugins/attendance/protocol/shared/version';
import { linkPage, readFrameAddress, type FrameAddress, type PageLink } from '../bridge/frame-end';
import type { VisitorHandshake } from '../../plugins/attendance/protocol/wire/visitor-events';
import { applyTheme } from './panel/apply-theme';
import { App } from './screens/App';
import { NoticeView } from './ui/NoticeView';
import { followHost } from './host/follow-host';
import { loadTexts } from './i18n/load-texts';
import type { FactAction } from './model/actions';
import { toPage } from './model/page';
import { fromSaved, liveInteractionId } from './model/saved-state';
import { INITIAL_STATE, type State } from './model/state';
import { createStore } from './model/store';
import type { Panel } from './panel/panel';
import type { PreviewSource } from './preview/preview-source';
import { createCallNewsroom } from './realtime/call-news';
import { fillGaps } from './realtime/fill-gaps';
import { openWire } from './realtime/open-wire';
import { reportReceipts } from './realtime/report-receipts';
import { reportTyping } from './realtime/report-typing';
import { runOutbox } from './realtime/run-outbox';
import { createSession } from './realtime/session';
import { openSiteConfigs } from './realtime/site-config';
import { soundNotices } from './sound/sound-notices';
import { tellPage } from './host/tell-page';
import { watchLeaving } from './host/watch-leaving';

/** The source of settings and facts: the server, or the page around the preview of what an admin has not saved. */
type Source = Pick<PreviewSource, 'configs' | 'openWire'>;

async function start(
  link: PageLink,
  { locale, siteKey }: FrameAddress,
  { configs, openWire }: Source,
): Promise<void> {
  const { wishes, isOpen, hasFocus, isFullScreen } = link.host;
  const saved = fromSaved(link.host.saved);
  const root = createRoot(document.getElementById('app') as HTMLElement);
  const texts = await keepAsking(() => loadTexts(locale));
  const config = await configs.first(() =>
    root.render(
      <NoticeView
        title={texts.errorTitle}
        text={texts.errorText}
        action={texts.retry}
        onAction={() => location.reload()}
      />,
    ),
  );
  document.documentElement.lang = locale;
  applyTheme(config);
  const store = createStore({ ...INITIAL_STATE, config, isTabVisible: !document.hidden });
  let host = link.host;
  const page = () => toPage(host);
  const callNews = createCallNewsroom();

  const wire = openWire(
    () => toHandshake(store.getState(), { siteKey, locale, page: page() }),
    {
      onFact(type, fact) {
        const news = { type, fact } as FactAction;
        store.dispatch(news);
        callNews.tell(news);
        configs.follow(news, store.getState().config, (newer) => {
          applyTheme(newer);
          store.dispatch({ type: 'config:loaded', config: newer });
        });
      },
      onLost: () => store.dispatch({ type: 'connection:lost' }),
      onFailed: () => store.dispatch({ type: 'connection:failed' }),
      onRefused: (code) => store.dispatch({ type: 'connection:refused', code }),
      onDenied({ blockedUntil: until }) {
        // The refusal of a blocked address carries the block's end, because the visitor has no connected tab that could be
        // notified.
        if (until !== undefined) store.dispatch({ type: 'block:changed', fact: { block: { until } } });
      },
      // An expired or invalid token does not turn the visitor away: they start anew without it.
      renew() {
        const { token } = store.getState();
        if (token) store.dispatch({ type: 'token:changed', token: null });
        return !!token;
      },
    },
    store,
  );
  const session = createSession({ store, wire, siteKey, departmentKey: wishes.department, page });
  const telling = tellPage(link, store, texts, saved !== null);
  const panel: Panel = {
    locale,
    texts,
    store,
    session,
    wire,
    callNews,
    host: () => host,
    close: telling.close,
  };

  if (saved) store.dispatch({ type: 'state:restored', saved });
  store.dispatch({ type: 'panel:changed', isOpen, hasFocus, isFullScreen });
  runOutbox(store, wire);
  fillGaps(store, wire);
  reportReceipts(store, wire);
  reportTyping(store, wire);
  soundNotices(store);
  watchLeaving(store, wire);
  document.addEventListener('visibilitychange', () =>
    store.dispatch({ type: 'tab:changed', isTabVisible: !document.hidden }),
  );
  link.listen((news) => {
    const previous = host;
    host = news;
    followHost(store, wire, previous, news);
  });
  root.render(<App panel={panel} />);
}

function toHandshake(
  state: State,
  place: Pick<VisitorHandshake, 'siteKey' | 'locale' | 'page'>,
): VisitorHandshake {
  const resumed = { interactionId: liveInteractionId(state) as InteractionId | null };
  return { ...place, ...resumed, protocol: PROTOCOL_VERSION, token: state.token };
}

keepComposing(window);

const address = readFrameAddress(location.search);
if (address && location.pathname.endsWith('/preview'))
  void import('./preview/preview-source').then(async ({ openPreviewSource }) => {
    const source = openPreviewSource(address);
    await start(source.wrap(await linkPage(address)), address, source);
  });
else if (address) {
  const configs = openSiteConfigs(address);
  void linkPage(address).then((link) => start(link, address, { configs, openWire }));
}
