import type { Locale } from '../../plugins/attendance/protocol/shared/choices';
import type { SiteConfig, SiteTriggers } from '../../plugins/attendance/protocol/settings/site';
import { showGreeting } from './launcher/greeting';
import type { Launcher } from './launcher/launcher';
import { matchesPath, pathOf } from './match-path';

export interface TriggerContext {
  readonly base: string;
  readonly config: SiteConfig;
  readonly locale: Locale;
  readonly launcher: Launcher;
  /** Whether the visitor has opened the panel, or has a conversation going on: then nothing needs saying. */
  readonly isBusy: () => boolean;
  readonly open: () => void;
}

/** How often the page is looked at for a new address, in ms: single-page sites change it in many ways. */
const LOOK_EVERY_MS = 500;

/** Lets the launcher say something by itself, once for each load of a page, and keeps nothing of it [F1, W5]. */
export async function runTriggers(context: TriggerContext): Promise<void> {
  const { base, config, isBusy, launcher, locale, open } = context;
  const answer = await fetch(`${base}/sites/${config.siteKey}/triggers?locale=${locale}`);
  const { triggers } = ((await answer.json()) as { data: SiteTriggers }).data;
  let page = '';
  let since = 0;

  function look(): void {
    const here = location.pathname + location.search;
    // On a page that has no launcher, nobody says anything.
    if (!launcher[0].isConnected) return;
    if (here !== page) since = performance.now();
    page = here;
    const seconds = (performance.now() - since) / 1_000;
    const due = triggers.find(
      ({ afterSeconds, pattern }) =>
        seconds >= afterSeconds && matchesPath(pattern, pathOf(pattern, location)),
    );
    if (!due && !isBusy()) return;
    clearInterval(timer);
    if (!due || isBusy()) return;
    const hide = showGreeting(context, due.text, () => {
      hide();
      open();
    });
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
}
