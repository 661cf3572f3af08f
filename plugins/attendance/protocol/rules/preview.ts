import type { Locale } from '../shared/choices';
import type { PanelConfig, SiteSettings } from '../settings/site';

/** The page that shows the real widget with settings that are not saved yet [F1]; only this server's own pages may frame it. */
export const PREVIEW_PATH = '/api/attendance/widget/preview';

/** What of the widget is shown. */
export const PREVIEW_VIEWS = [
  'launcher',
  'trigger',
  'home',
  'queue',
  'chat',
  'offline',
  'ended',
  'rating',
] as const;
export type PreviewView = (typeof PREVIEW_VIEWS)[number];

/** The part of a site that is to be seen. */
export type PreviewSite = Pick<
  SiteSettings,
  'name' | 'channels' | 'languages' | 'defaultLocale' | 'appearance' | 'form' | 'rating' | 'transcript'
>;

/** From the admin's page to the preview, as often as something changes; the last one holds. */
export interface PreviewMessage {
  readonly type: 'atende-preview';
  readonly site: PreviewSite;
  readonly view: PreviewView;
  readonly locale: Locale;
  /** How the visitor's own system is set; a site whose theme is not `auto` stays as it is. */
  readonly theme: 'light' | 'dark';
}

/** From the preview to the admin's page, once it listens: only then is a message heard. */
export interface PreviewReady {
  readonly type: 'atende-preview-ready';
}

/** From the preview to the frame in it, which is the panel's own: what it shows in place of what a server would tell. */
export interface PreviewScene {
  readonly type: 'atende-preview-scene';
  readonly view: PreviewView;
  readonly panel: PanelConfig;
}
