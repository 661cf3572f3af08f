import type { SiteConfig } from '../../plugins/attendance/protocol/rest';
import { startWidget } from './widget';

/** The script twice on a page is one widget: whoever marks the window first stays. */
const MARK = '__atende';

async function load({ src, dataset: { site, ...wishes } }: HTMLScriptElement): Promise<void> {
  const base = src.replace(/\/[^/]*$/, '');
  try {
    const answer = await fetch(`${base}/sites/${site}/config`);
    const { data } = (await answer.json()) as { data: SiteConfig };
    startWidget(base, data, wishes);
  } catch (fault) {
    console.warn('Atende:', site, fault);
  }
}

(window as unknown as Record<string, unknown>)[MARK] ??= load(document.currentScript as HTMLScriptElement);
