import type { Context } from 'koa';

import { withoutVainOffers, type Mailer } from '../application/transcripts/mailer';
import type { UploadRules } from '../../../protocol/attachments/attachments';
import type { ErrorCode } from '../../../protocol/shared/errors';
import {
  toPanelConfig,
  toSiteConfig,
  toSitePages,
  toSiteTriggers,
} from '../../../protocol/rules/present-site';
import type { Locale } from '../../../protocol/shared/choices';
import type { Media } from '../application/calls/media';
import type { Sightings } from '../application/settings/sightings';
import type { SettingsStore, ConfigVersion, Site, SiteStore } from '../application/settings/sites';
import type { WidgetFile, WidgetFiles } from '../application/settings/widget-files';
import { tellNoSite, tellUnlisted } from '../presenters/page-owner';
import { toFramePage, toFramePolicy, toIsolation } from '../presenters/frame-page';
import { toPreviewFrame, toPreviewPage, toPreviewPolicy } from '../presenters/preview-page';
import { refuse } from './refuse';

export interface WidgetPorts {
  readonly sites: SiteStore;
  /** Version of a site's configuration as widgets have it; it grows with every change. */
  readonly configVersion: ConfigVersion;
  readonly settings: SettingsStore;
  readonly sightings: Pick<Sightings, 'saw'>;
  readonly sightingFailed: (fault: unknown) => void;
  readonly files: WidgetFiles | null;
  readonly media: Pick<Media, 'script'>;
  /** Addresses of the agents' photos. */
  readonly photos: () => Promise<readonly string[]>;
  readonly mailer: Mailer;
  /** Origin of the admin panel, if it is another than the server's; else empty. */
  readonly adminOrigin: string;
  /** Resolves to the visitors' upload rules; null where they may upload nothing [C6]. */
  readonly uploadRules: () => Promise<UploadRules | null>;
}

const MINUTES_5 = 'public, max-age=300';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Creates the controller of the widget's files and configurations: no cookie, no session, nothing of a visitor. */
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
      const { configVersion, sightingFailed, sightings, sites } = ports();
      const key = pathPart(ctx, 'key');
      const origin = ctx.get('Origin');
      // What the answer says is for that one's page.
      ctx.vary('Origin');
      const site = await sites.find(key);
      if (site === null) return refuseOpenly(ctx, 'not_found', tellNoSite(key));
      if (origin === '' || site.origins.includes(origin))
        sendConfig(ctx, toSiteConfig({ ...site, version: await configVersion(site) }));
      else refuseOpenly(ctx, 'forbidden', tellUnlisted(site, origin));
      // No page waits for it, or fails with it.
      sightings.saw(site, origin).catch(sightingFailed);
    },
    async panel(ctx: Context): Promise<void> {
      const { mailer, settings, configVersion, sites, uploadRules } = ports();
      const site = await sites.find(pathPart(ctx, 'key'));
      if (site === null) return void refuse(ctx, 'not_found');
      const { persistenceMs } = await settings.get();
      const shown = { ...withoutVainOffers(site, mailer), version: await configVersion(site) };
      sendConfig(ctx, toPanelConfig(shown, localeOf(ctx, site), persistenceMs, await uploadRules()));
    },
    async triggers(ctx: Context): Promise<void> {
      const site = await ports().sites.find(pathPart(ctx, 'key'));
      if (site === null) return void refuse(ctx, 'not_found');
      sendConfig(ctx, toSiteTriggers(site, localeOf(ctx, site)));
    },
    async pages(ctx: Context): Promise<void> {
      const site = await ports().sites.find(pathPart(ctx, 'key'));
      if (site === null) return void refuse(ctx, 'not_found');
      sendConfig(ctx, toSitePages(site));
    },
    async frame(ctx: Context): Promise<void> {
      const { files, media, photos, sites } = ports();
      const { site: key } = ctx.query;
      const site = typeof key === 'string' ? await sites.find(key) : null;
      if (site === null || files === null) return void refuse(ctx, 'not_found');
      ctx.remove('X-Frame-Options');
      const scriptUrl = await media.script();
      const jitsi = scriptUrl === null ? null : { scriptUrl };
      const pictures = await photos();
      ctx.set('Content-Security-Policy', toFramePolicy(site, jitsi, pictures));
      for (const [name, value] of toIsolation(site, jitsi, pictures)) ctx.set(name, value);
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

/** Responds with a refusal that a page's own script may read, which logs it to the console for whoever wrote the page [F5]. */
function refuseOpenly(ctx: Context, code: ErrorCode, message: string): void {
  ctx.set('Access-Control-Allow-Origin', '*');
  ctx.set('Cache-Control', 'no-cache');
  refuse(ctx, code, message);
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
