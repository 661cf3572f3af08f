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
  /** Returns whether the visitor has opened the panel, or has a live conversation: then no greeting is needed. */
  readonly isBusy: () => boolean;
  readonly open: () => void;
}

/** The interval in ms at which the page's address is polled: single-page sites change it in many ways. */
const LOOK_EVERY_MS = 500;

/** Shows a greeting when a trigger's condition holds, once for each load of a page; nothing of it is stored [F1, W5]. */
export async function runTriggers(context: TriggerContext): Promise<void> {
  const { base, config, isBusy, launcher, locale, open } = context;
  const answer = await fetch(`${base}/sites/${config.siteKey}/triggers?locale=${locale}`);
  const { triggers } = ((await answer.json()) as { data: SiteTriggers }).data;
  let page = '';
  let since = 0;

  function look(): void {
    const here = location.pathname + location.search;
    // A page without a launcher shows no greeting.
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
