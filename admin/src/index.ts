import { Calendar, Message, Monitor, TrendUp } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { loadTexts } from './i18n/load-texts';
import type { TextKey } from './i18n/pt-BR';
import { BOARD_PATH, OWN_DAY_PATH, PAGE_PATH, PERMISSION, PLUGIN_ID, REPORTS_PATH } from './strapi/plugin-id';
import { SETTINGS_PAGES } from './settings-pages';
import { hidesGlobalComponents, wrapRoutes } from './shell/fall-back';
import { hideContentManager } from './strapi/hide-content-manager';
import { Shell } from './shell/Shell';

/** Positions in the menu, together: after Strapi's home (0) and before its Content Manager (1). */
const MENU = { page: 0.6, board: 0.7, reports: 0.8 } as const;

let app: StrapiApp | null = null;

/** The plugin, as Strapi's admin panel loads it. */
export default {
  register(strapi: StrapiApp): void {
    app = strapi;
    strapi.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    strapi.addMenuLink({
      to: PAGE_PATH.slice(1),
      icon: Message,
      intlLabel: label('page.title'),
      permissions: [PERMISSION.attend],
      position: MENU.page,
      Component: () => import('./page/AttendancePage').then((page) => ({ default: page.AttendancePage })),
    });
    strapi.addMenuLink({
      to: BOARD_PATH.slice(1),
      icon: Monitor,
      intlLabel: label('supervision.board.title'),
      permissions: [PERMISSION.supervise],
      position: MENU.board,
      Component: () => import('./supervision/board/BoardPage').then((page) => ({ default: page.BoardPage })),
    });
    strapi.addMenuLink({
      to: REPORTS_PATH.slice(1),
      icon: TrendUp,
      intlLabel: label('reports.frame.title'),
      permissions: [PERMISSION.reports],
      position: MENU.reports,
      Component: () => import('./reports/ReportsPage').then((page) => ({ default: page.ReportsPage })),
    });
    // The shell hides it from those who see all reports, where it is a tab.
    strapi.addMenuLink({
      to: OWN_DAY_PATH.slice(1),
      icon: Calendar,
      intlLabel: label('reports.frame.tab.own-day'),
      permissions: [PERMISSION.attend],
      position: MENU.reports,
      Component: () => import('./reports/OwnDayPage').then((page) => ({ default: page.OwnDayPage })),
    });
    // First, for it is what changes by the minute; each user's own layout goes before.
    strapi.widgets.register((widgets) => [
      {
        id: 'now',
        pluginId: PLUGIN_ID,
        icon: Message,
        title: label('supervision.board.home.title'),
        permissions: [PERMISSION.attend],
        component: () => import('./supervision/board/home/HomeWidget').then((widget) => widget.HomeWidget),
      },
      ...widgets,
    ]);
    // Mounted once, around every page; Strapi calls the name experimental, hence the other way in `registerTrads`.
    strapi.addComponents({ name: 'future-global::attendance-shell', Component: Shell });
  },

  bootstrap(strapi: Pick<StrapiApp, 'addSettingsLink'>): void {
    strapi.addSettingsLink(
      { id: PLUGIN_ID, intlLabel: label('settings.section') },
      SETTINGS_PAGES.map(([id, name, Component]) => ({
        id: `attendance-${id}`,
        to: `${PLUGIN_ID}/${id}`,
        intlLabel: label(name),
        permissions: [PERMISSION.settings],
        Component,
      })),
    );
    if (app !== null) hideContentManager(app);
  },

  registerTrads({ locales }: { locales: string[] }) {
    // This is the last call of Strapi before it makes its router, after every plugin has added its routes.
    if (app !== null && hidesGlobalComponents()) wrapRoutes(app);
    return loadTexts(locales);
  },
};

/** Strapi asks for a default; the texts are loaded before it is seen. */
function label(key: TextKey): { id: string; defaultMessage: string } {
  return { id: `${PLUGIN_ID}.${key}`, defaultMessage: key };
}
