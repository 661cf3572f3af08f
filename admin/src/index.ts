import { Message } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { en } from './i18n/en';
import { loadTexts } from './i18n/load-texts';
import type { TextKey } from './i18n/pt-BR';
import { PAGE_PATH, PERMISSION, PLUGIN_ID } from './strapi/plugin-id';
import { hidesGlobalComponents, wrapRoutes } from './shell/fall-back';
import { hideContentManager } from './strapi/hide-content-manager';
import { Shell } from './shell/Shell';

let app: StrapiApp | null = null;

/** What Strapi's admin panel loads of this plugin. */
export default {
  register(strapi: StrapiApp): void {
    app = strapi;
    strapi.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    strapi.addMenuLink({
      to: PAGE_PATH.slice(1),
      icon: Message,
      intlLabel: label('title'),
      permissions: [PERMISSION.attend],
      position: 1,
      Component: () => import('./page/AttendancePage').then((page) => ({ default: page.AttendancePage })),
    });
    // Mounted once, around every page; Strapi calls the name experimental, hence the other way in `registerTrads`.
    strapi.addComponents({ name: 'future-global::attendance-shell', Component: Shell });
  },

  bootstrap(strapi: Pick<StrapiApp, 'addSettingsLink'>): void {
    strapi.addSettingsLink({ id: PLUGIN_ID, intlLabel: label('settings.section') }, [
      {
        id: 'attendance-sites',
        to: `${PLUGIN_ID}/sites`,
        intlLabel: label('settings.sites'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/sites/SitesPage').then((page) => ({ default: page.SitesPage })),
      },
      {
        id: 'attendance-appearance',
        to: `${PLUGIN_ID}/appearance`,
        intlLabel: label('settings.appearance'),
        permissions: [PERMISSION.settings],
        Component: () =>
          import('./settings/appearance/AppearancePage').then((page) => ({ default: page.AppearancePage })),
      },
      {
        id: 'attendance-form',
        to: `${PLUGIN_ID}/form`,
        intlLabel: label('settings.form'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/form/FormPage').then((page) => ({ default: page.FormPage })),
      },
      {
        id: 'attendance-install',
        to: `${PLUGIN_ID}/install`,
        intlLabel: label('settings.install'),
        permissions: [PERMISSION.settings],
        Component: () =>
          import('./settings/install/InstallPage').then((page) => ({ default: page.InstallPage })),
      },
      {
        id: 'attendance-general',
        to: `${PLUGIN_ID}/general`,
        intlLabel: label('settings.general'),
        permissions: [PERMISSION.settings],
        Component: () =>
          import('./settings/general/GeneralPage').then((page) => ({ default: page.GeneralPage })),
      },
      {
        id: 'attendance-hours',
        to: `${PLUGIN_ID}/hours`,
        intlLabel: label('settings.hours'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/hours/HoursPage').then((page) => ({ default: page.HoursPage })),
      },
      {
        id: 'attendance-departments',
        to: `${PLUGIN_ID}/departments`,
        intlLabel: label('settings.departments'),
        permissions: [PERMISSION.settings],
        Component: () =>
          import('./settings/departments/DepartmentsPage').then((page) => ({
            default: page.DepartmentsPage,
          })),
      },
      {
        id: 'attendance-agents',
        to: `${PLUGIN_ID}/agents`,
        intlLabel: label('settings.agents'),
        permissions: [PERMISSION.settings],
        Component: () =>
          import('./settings/agents/AgentsPage').then((page) => ({ default: page.AgentsPage })),
      },
      {
        id: 'attendance-blocks',
        to: `${PLUGIN_ID}/blocks`,
        intlLabel: label('settings.blocks'),
        permissions: [PERMISSION.settings],
        Component: () =>
          import('./settings/blocks/BlocksPage').then((page) => ({ default: page.BlocksPage })),
      },
      {
        id: 'attendance-canned',
        to: `${PLUGIN_ID}/canned`,
        intlLabel: label('settings.canned'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/tools/CannedPage').then((page) => ({ default: page.CannedPage })),
      },
      {
        id: 'attendance-tags',
        to: `${PLUGIN_ID}/tags`,
        intlLabel: label('settings.tags'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/tools/TagsPage').then((page) => ({ default: page.TagsPage })),
      },
      {
        id: 'attendance-fields',
        to: `${PLUGIN_ID}/fields`,
        intlLabel: label('settings.fields'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/tools/FieldsPage').then((page) => ({ default: page.FieldsPage })),
      },
      {
        id: 'attendance-media',
        to: `${PLUGIN_ID}/media`,
        intlLabel: label('settings.media'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/media/MediaPage').then((page) => ({ default: page.MediaPage })),
      },
      {
        id: 'attendance-files',
        to: `${PLUGIN_ID}/files`,
        intlLabel: label('settings.files'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/files/FilesPage').then((page) => ({ default: page.FilesPage })),
      },
      {
        id: 'attendance-privacy',
        to: `${PLUGIN_ID}/privacy`,
        intlLabel: label('settings.privacy'),
        permissions: [PERMISSION.settings],
        Component: () =>
          import('./settings/privacy/PrivacyPage').then((page) => ({ default: page.PrivacyPage })),
      },
      {
        id: 'attendance-check',
        to: `${PLUGIN_ID}/check`,
        intlLabel: label('settings.check'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/check/CheckPage').then((page) => ({ default: page.CheckPage })),
      },
      {
        id: 'attendance-audit',
        to: `${PLUGIN_ID}/audit`,
        intlLabel: label('settings.audit'),
        permissions: [PERMISSION.settings],
        Component: () => import('./settings/audit/AuditPage').then((page) => ({ default: page.AuditPage })),
      },
    ]);
    if (app !== null) hideContentManager(app);
  },

  registerTrads({ locales }: { locales: string[] }) {
    // The last that Strapi calls before it makes its router, after every plugin has added its routes.
    if (app !== null && hidesGlobalComponents()) wrapRoutes(app);
    return loadTexts(locales);
  },
};

function label(key: TextKey): { id: string; defaultMessage: string } {
  return { id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] };
}
