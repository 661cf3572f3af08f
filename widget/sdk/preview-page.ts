import {
  toPanelConfig,
  toSiteConfig,
  toSiteTriggers,
} from '../../plugins/attendance/protocol/rules/present-site';
import type {
  PreviewMessage,
  PreviewReady,
  PreviewScene,
} from '../../plugins/attendance/protocol/rules/preview';
import { LIMITS } from '../../plugins/attendance/protocol/shared/limits';
import type { Locale } from '../../plugins/attendance/protocol/shared/choices';
import type { SiteConfig } from '../../plugins/attendance/protocol/settings/site';
import { add } from './page/add';
import { showGreeting } from './launcher/greeting';
import { drawLauncher } from './launcher/launcher';
import { openPanel, type PagePanel } from './page-panel';

/** The site key of the preview, which belongs to no site. */
const SITE_KEY = 'preview';

const NAME = { 'pt-BR': 'Abrir atendimento', en: 'Open chat', es: 'Abrir chat' };

/** The rules of the backdrop, which represents the site's page behind the widget. */
const BACKDROP =
  `html{height:100%;overflow:hidden;background:#f3f4f8}html[data-theme=dark]{background:#101116}` +
  `main{max-width:640px;margin:0 auto;padding:32px 24px;display:grid;gap:16px}` +
  `i{display:block;height:14px;border-radius:7px;background:#8a90a233}i:first-child{width:40%;height:26px}` +
  `i:nth-child(2){height:140px;border-radius:14px}i:last-child{width:60%}`;

interface Drawn {
  readonly host: HTMLElement;
  readonly button: HTMLElement;
  readonly panel: PagePanel;
  readonly frame: HTMLIFrameElement;
  readonly locale: Locale;
  hideGreeting(this: void): void;
}

/** Shows the real widget with settings not saved yet: the same launcher, panel and frame, without a message to the server. */
function preview(): void {
  const base = location.origin + (document.currentScript?.dataset['base'] ?? '');
  const admins = [location.origin, document.currentScript?.dataset['admin']];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(BACKDROP);
  document.adoptedStyleSheets = [sheet];
  const page = add(document.body, 'main', { 'aria-hidden': 'true' });
  for (let line = 0; line < 6; line += 1) add(page, 'i');
  let drawn: Drawn | undefined;
  let scene: PreviewScene | undefined;

  function tellFrame(): void {
    if (scene) drawn?.frame.contentWindow?.postMessage(scene, location.origin);
  }

  function draw(config: SiteConfig, locale: Locale): Drawn {
    drawn?.host.remove();
    const launcher = drawLauncher(config, locale, NAME[locale]);
    const [host, button] = launcher;
    document.documentElement.append(host);
    const context = { base, key: SITE_KEY, config, locale, wishes: {}, launcher };
    const panel = openPanel(context, 'preview?frame&');
    button.onclick = panel.toggle;
    const frame = host.shadowRoot?.querySelector('iframe') as HTMLIFrameElement;
    // The focus stays with the admin, who is typing in the settings beside the preview.
    for (const element of [frame, ...(button.getRootNode() as ShadowRoot).querySelectorAll('button')])
      element.focus = () => {};
    return { host, button, panel, frame, locale, hideGreeting: () => {} };
  }

  function show({ locale, site, theme, view }: PreviewMessage): void {
    const shown = { ...site, key: SITE_KEY, version: (scene?.panel.version ?? 0) + 1 };
    const own = site.appearance.theme;
    const seen = own === 'auto' ? theme : own;
    const config: SiteConfig = { ...toSiteConfig(shown), scheme: seen };
    document.documentElement.dataset['theme'] = theme;
    scene = {
      type: 'atende-preview-scene',
      view,
      panel: { ...toPanelConfig(shown, locale, LIMITS.persistenceMs.default), theme: seen },
    };
    if (drawn?.locale !== locale) drawn = draw(config, locale);
    else drawn.panel.renew(config);
    drawn.hideGreeting();
    const shallBeOpen = view !== 'launcher' && view !== 'trigger';
    if (shallBeOpen !== (drawn.button.ariaExpanded === 'true')) drawn.panel.toggle();
    const [first] = toSiteTriggers(shown, locale).triggers;
    if (view === 'trigger' && first) {
      const launcher = [drawn.host, drawn.button, () => sheet] as const;
      drawn.hideGreeting = showGreeting({ config, locale, launcher }, first.text, () => {});
    }
    tellFrame();
  }

  addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source === parent && admins.includes(origin) && isPreviewMessage(data)) show(data);
    // The frame reports that it is ready.
    if (source === drawn?.frame.contentWindow && origin === location.origin && data === SITE_KEY) tellFrame();
  });
  const ready: PreviewReady = { type: 'atende-preview-ready' };
  // The message reveals only that somebody listens; the server decides which pages may embed this one.
  parent.postMessage(ready, '*');
}

function isPreviewMessage(data: unknown): data is PreviewMessage {
  const message = data as Partial<PreviewMessage> | null | undefined;
  return (
    message?.type === 'atende-preview' && typeof message.site === 'object' && typeof message.view === 'string'
  );
}

preview();
