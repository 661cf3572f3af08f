import type { Context } from 'koa';

import { withoutVainOffers, type Mailer } from '../application/mailer';
import type { UploadRules } from '../../../protocol/attachments';
import { toPanelConfig, toSiteConfig, toSiteTriggers } from '../../../protocol/present-site';
import type { Locale } from '../../../protocol/scalars';
import type { Media } from '../application/media';
import type { Sightings } from '../application/sightings';
import type { SettingsStore, Site, SiteStore } from '../application/sites';
import type { WidgetFile, WidgetFiles } from '../application/widget-files';
import { toFramePage, toFramePolicy } from '../presenters/frame-page';
import { toPreviewFrame, toPreviewPage, toPreviewPolicy } from '../presenters/preview-page';
import { refuse } from './refuse';

export interface WidgetPorts {
  readonly sites: SiteStore;
  /** Of what a widget shows of a site: grows with every change of it. */
  readonly shownVersion: (site: Site) => number;
  readonly settings: SettingsStore;
  readonly sightings: Pick<Sightings, 'saw'>;
  readonly sightingFailed: (fault: unknown) => void;
  readonly files: WidgetFiles | null;
  readonly media: Pick<Media, 'script'>;
  readonly mailer: Mailer;
  /** Where the admin panel is served from, if not from here; else empty. */
  readonly adminOrigin: string;
  /** What visitors may upload; null for nothing [C6]. */
  readonly uploadRules: () => Promise<UploadRules | null>;
}

const MINUTES_5 = 'public, max-age=300';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What a browser fetches of the widget: no cookie, no session, nothing of a visitor. */
export function createWidgetController(ports: () => WidgetPorts) {
  return {
    async loader(ctx: Context): Promise<void> {
      send(ctx, ports().files?.loader() ?? null);
      return Promise.resolve();
    },
    async asset(ctx: Context): Promise<void> {
      send(ctx, ports().files?.asset(pathPart(ctx, 'file')) ?? null);
      return Promise.resolve();
    },
    async config(ctx: Context): Promise<void> {
      const { shownVersion, sightingFailed, sightings, sites } = ports();
      const site = await sites.find(pathPart(ctx, 'key'));
      if (site === null) return void refuse(ctx, 'not_found');
      sendConfig(ctx, toSiteConfig({ ...site, version: shownVersion(site) }));
      // No page waits for it, or fails with it.
      sightings.saw(site, ctx.get('Origin')).catch(sightingFailed);
    },
    async panel(ctx: Context): Promise<void> {
      const { mailer, settings, shownVersion, sites, uploadRules } = ports();
      const site = await sites.find(pathPart(ctx, 'key'));
      if (site === null) return void refuse(ctx, 'not_found');
      const { persistenceMs } = await settings.get();
      const shown = { ...withoutVainOffers(site, mailer), version: shownVersion(site) };
      sendConfig(ctx, toPanelConfig(shown, localeOf(ctx, site), persistenceMs, await uploadRules()));
    },
    async triggers(ctx: Context): Promise<void> {
      const site = await ports().sites.find(pathPart(ctx, 'key'));
      if (site === null) return void refuse(ctx, 'not_found');
      sendConfig(ctx, toSiteTriggers(site, localeOf(ctx, site)));
    },
    async frame(ctx: Context): Promise<void> {
      const { files, media, sites } = ports();
      const { site: key } = ctx.query;
      const site = typeof key === 'string' ? await sites.find(key) : null;
      if (site === null || files === null) return void refuse(ctx, 'not_found');
      ctx.remove('X-Frame-Options');
      const scriptUrl = await media.script();
      ctx.set('Content-Security-Policy', toFramePolicy(site, scriptUrl === null ? null : { scriptUrl }));
      ctx.set('Referrer-Policy', 'no-referrer');
      ctx.set('Cache-Control', 'no-cache');
      ctx.type = 'text/html; charset=utf-8';
      ctx.body = toFramePage(site, localeOf(ctx, site), files);
    },
    async preview(ctx: Context): Promise<void> {
      const { adminOrigin, files } = ports();
      if (files === null) return void refuse(ctx, 'not_found');
      ctx.remove('X-Frame-Options');
      ctx.set('Content-Security-Policy', toPreviewPolicy(adminOrigin));
      ctx.set('Referrer-Policy', 'no-referrer');
      ctx.set('Cache-Control', 'no-cache');
      ctx.type = 'text/html; charset=utf-8';
      ctx.body = 'frame' in ctx.query ? toPreviewFrame(files) : toPreviewPage(adminOrigin);
      return Promise.resolve();
    },
  };
}

function pathPart(ctx: Context, name: string): string {
  return (ctx['params'] as Record<string, string | undefined>)[name] ?? '';
}

/** The language that the page has chosen; another than the site's own are no choice. */
function localeOf(ctx: Context, { defaultLocale, languages }: Site): Locale {
  return languages.find((locale) => locale === ctx.query['locale']) ?? defaultLocale;
}

/** Open to any page: it is what visitors see. */
function sendConfig(ctx: Context, data: object): void {
  ctx.set('Access-Control-Allow-Origin', '*');
  ctx.set('Cache-Control', 'public, max-age=60');
  ctx.body = { data };
}

/** Any page may fetch these, as a plain script or, for what the loader imports, as a module. */
function send(ctx: Context, file: WidgetFile | null): void {
  if (file === null) return void refuse(ctx, 'not_found');
  const isGzip = ctx.acceptsEncodings('gzip', 'identity') === 'gzip';
  ctx.set('Cache-Control', file.isHashed ? FOR_EVER : MINUTES_5);
  ctx.set('Access-Control-Allow-Origin', '*');
  ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.vary('Accept-Encoding');
  if (isGzip) ctx.set('Content-Encoding', 'gzip');
  ctx.type = file.type;
  ctx.body = isGzip ? file.gzip : file.plain;
}
