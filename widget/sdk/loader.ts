import type { ProtocolError } from '../../plugins/attendance/protocol/shared/errors';
import type { SiteConfig } from '../../plugins/attendance/protocol/settings/site';
import { chooseLocale } from '../bridge/choose-locale';
import type { SavedState } from '../bridge/messages';
import { drawLauncher } from './launcher/launcher';
import type { PagePanel, openPanel } from './page-panel';
import type { fetchPages } from './pages';
import type { runTriggers } from './triggers';

/** The window's property that marks a running widget: with the script twice on a page, only the first one runs. */
const MARK = '__atende';

/** The launcher's first accessible name; the frame sends later ones, with the unread count. */
const OPEN = { 'pt-BR': 'Abrir atendimento', en: 'Open chat', es: 'Abrir chat' };

type ConfigAnswer =
  | { readonly data: SiteConfig; readonly error?: never }
  | { readonly data?: never; readonly error: ProtocolError };

/**
 * Draws the launcher. The panel's script, which brings the frame and all else, is fetched with the first click, or at once when
 * an interaction is to be resumed [P2, W5].
 */
async function load({ src, dataset: { site, ...wishes } }: HTMLScriptElement): Promise<void> {
  const base = src.replace(/\/[^/]*$/, '');
  const answer = (await (await fetch(`${base}/sites/${site}/config`)).json()) as ConfigAnswer;
  // The server's error message tells the page's owner what to do [F5]; a visitor sees nothing at all.
  if (!answer.data) return warn(answer.error.message);
  const config = answer.data;
  const { languages } = config;
  const wished = chooseLocale([wishes.locale], languages);
  if (!wished && wishes.locale) warn(`data-locale="${wishes.locale}" is none of ${languages.join()}`);
  const locale = wished || chooseLocale(navigator.languages, languages) || config.defaultLocale;
  const launcher = drawLauncher(config, locale, OPEN[locale]);
  const key = `atende.${site}`;
  let panel: Promise<PagePanel> | undefined;
  let tries = 0;
  let isPage = () => config.isOnEveryPage;

  /** Imports the panel's script, then acts. A retry, with the next click, has another address: browsers remember failures. */
  function withPanel(act: 'toggle' | 'resume'): void {
    panel ??= (
      import(`${base}/widget/assets/panel.js?${tries++}`) as Promise<{ openPanel: typeof openPanel }>
    ).then(({ openPanel }) => openPanel({ base, key, config, locale, wishes, launcher }));
    panel.then(
      (it) => it[act](),
      (fault: unknown) => {
        panel = undefined;
        warn(fault);
      },
    );
  }

  function isTalking(): boolean | undefined {
    try {
      return !!(JSON.parse(localStorage[key] as string) as SavedState).interactionId;
    } catch {
      /* nothing there, or blocked */
    }
  }

  /** Resumes when another tab of the site has started an interaction while this one is open: both are one visitor [P6]. */
  function resume(): void {
    if (!panel && isTalking()) withPanel('resume');
  }

  /**
   * Keeps the launcher beside the body, where no rule for the body's children counts it and no filter or transform moves it.
   * Single-page sites may replace the whole document [W2], and go to pages that have no launcher [Z138]: polling once a second
   * breaks none of them.
   */
  function stay(): void {
    const [host, button] = launcher;
    if (!(isPage() || isTalking() || button.getAttribute('aria-expanded') === 'true')) host.remove();
    else if (!host.isConnected) document.documentElement.append(host);
  }

  /** Fetches the pages that have a launcher, and retries until it succeeds [Z114]. */
  function askPages(): void {
    (import(`${base}/widget/assets/pages.js?${tries++}`) as Promise<{ fetchPages: typeof fetchPages }>)
      .then((it) => it.fetchPages(base, config.siteKey))
      .then(
        (is) => {
          isPage = is;
          stay();
        },
        () => setTimeout(askPages, 2_000),
      );
  }

  if (!isPage()) askPages();

  if (config.hasTriggers)
    (import(`${base}/widget/assets/triggers.js`) as Promise<{ runTriggers: typeof runTriggers }>)
      .then(({ runTriggers }) =>
        runTriggers({
          base,
          config,
          locale,
          launcher,
          isBusy: () => !!panel,
          open: () => withPanel('toggle'),
        }),
      )
      .catch(warn);

  launcher[1].onclick = () => withPanel('toggle');
  addEventListener('storage', resume);
  setInterval(stay, 1_000);
  stay();
  resume();
}

function warn(fault: unknown): void {
  console.warn('Atende:', fault);
}

/** A module has no `currentScript`: then the snippet's element is searched for. */
const script = document.currentScript ?? document.querySelector('script[data-site]');

if (script)
  (window as unknown as Record<string, unknown>)[MARK] ??= load(script as HTMLScriptElement).catch(warn);
else warn('no <script data-site> on this page');
