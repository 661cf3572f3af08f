import type { UploadRules } from '../attachments/attachments';
import type { Form } from '../settings/form';
import { localized, type Localized } from '../shared/text/localized';
import type { Channel, Locale } from '../shared/choices';
import type { PanelConfig, SiteConfig, SitePages, SiteSettings, SiteTriggers } from '../settings/site';

/** Parts of a site, as an admin set them, from which its public configuration is made. Server and preview share this module; it needs no schema. */
type Shown = Pick<
  SiteSettings,
  'key' | 'version' | 'defaultLocale' | 'appearance' | 'form' | 'rating' | 'transcript'
> & { readonly channels: readonly Channel[]; readonly languages: readonly Locale[] };

/** Returns the loader's configuration, allow-listed field by field and bounded: a page of the site waits for it. */
export function toSiteConfig({ appearance, defaultLocale, key, languages, version }: Shown): SiteConfig {
  const { launcherText } = appearance.texts;
  const spoken = languages.map((locale) => [locale, localized(launcherText, locale, defaultLocale)] as const);
  return {
    siteKey: key,
    version,
    languages: [...languages],
    defaultLocale,
    companyName: appearance.companyName,
    colour: appearance.colour,
    position: appearance.position,
    offsetX: appearance.offsetX,
    offsetY: appearance.offsetY,
    icon: appearance.launcherIcon,
    layer: appearance.layer,
    scheme: appearance.theme === 'auto' ? 'light dark' : appearance.theme,
    launcherText: Object.fromEntries(spoken.filter(([, text]) => text !== '')),
    hasTriggers: appearance.triggers.length > 0,
    isOnEveryPage: appearance.pages.choice === 'every',
  };
}

export function toSitePages({ appearance: { pages } }: Pick<Shown, 'appearance'>): SitePages {
  return {
    isOnlyThere: pages.choice === 'only',
    patterns: pages.choice === 'every' ? [] : [...pages.patterns],
  };
}

export function toSiteTriggers({ appearance, defaultLocale }: Shown, locale: Locale): SiteTriggers {
  return {
    triggers: appearance.triggers.map(({ afterSeconds, pattern, text }) => ({
      pattern,
      afterSeconds,
      text: localized(text, locale, defaultLocale),
    })),
  };
}

/** Returns the panel's configuration, in one language. */
export function toPanelConfig(
  site: Shown,
  locale: Locale,
  persistenceMs: number,
  uploads: UploadRules | null = null,
): PanelConfig {
  const { appearance, defaultLocale } = site;
  const say = (text: Localized): string => localized(text, locale, defaultLocale);
  const { ended, greeting, launcherText, offline, offlineTitle, outsideHours, queue } = appearance.texts;
  return {
    siteKey: site.key,
    version: site.version,
    channels: [...site.channels],
    companyName: appearance.companyName,
    colour: appearance.colour,
    theme: appearance.theme,
    logo: appearance.logo?.url ?? '',
    agentAvatar: appearance.agentAvatar?.url ?? '',
    texts: {
      greeting: say(greeting),
      launcherText: say(launcherText),
      queue: say(queue),
      offlineTitle: say(offlineTitle),
      offline: say(offline),
      outsideHours: say(outsideHours),
      ended: say(ended),
    },
    form: toPanelForm(site.form, say),
    rating: { ...site.rating },
    transcript: { ...site.transcript },
    persistenceMs,
    uploads,
  };
}

function toPanelForm({ consent, fields, isOn }: Form, say: (text: Localized) => string): PanelConfig['form'] {
  return {
    isOn,
    fields: fields.map((field) => ({
      ...field,
      label: say(field.label),
      hint: say(field.hint),
      options: field.options.map(({ label, value }) => ({ value, label: say(label) })),
    })),
    consent: { ...consent, text: say(consent.text) },
  };
}
