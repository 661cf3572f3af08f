import type { Locale } from '../shared/choices';
import type { PanelConfig, SiteSettings } from '../settings/site';

/** The page that shows the real widget with settings that are not saved yet [F1]; only this server's own pages may frame it. */
export const PREVIEW_PATH = '/api/attendance/widget/preview';

/** Views of the widget that the preview can show. */
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

/** Message from the admin's page to the preview, sent on every change; the last one holds. */
export interface PreviewMessage {
  readonly type: 'atende-preview';
  readonly site: PreviewSite;
  readonly view: PreviewView;
  readonly locale: Locale;
  /** Colour scheme of the visitor's system; a site whose theme is not `auto` ignores it. */
  readonly theme: 'light' | 'dark';
}

/** Message from the preview to the admin's page once it listens; earlier messages to it are lost. */
export interface PreviewReady {
  readonly type: 'atende-preview-ready';
}

/** Message from the preview to the panel's frame inside it: the content to show in place of a server's. */
export interface PreviewScene {
  readonly type: 'atende-preview-scene';
  readonly view: PreviewView;
  readonly panel: PanelConfig;
}
