import type { ComponentType } from 'react';

import type { TextKey } from './i18n/pt-BR';

/** A settings page: its name in the address, its name in the menu, and the function that loads it. */
type SettingsPage = readonly [id: string, label: TextKey, load: () => Promise<{ default: ComponentType }>];

/** The settings of the plugin, in the order of the menu. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  [
    'sites',
    'settings.sites.page',
    async () => ({ default: (await import('./settings/sites/SitesPage')).SitesPage }),
  ],
  [
    'appearance',
    'settings.appearance.page',
    async () => ({ default: (await import('./settings/appearance/AppearancePage')).AppearancePage }),
  ],
  [
    'form',
    'settings.form.page',
    async () => ({ default: (await import('./settings/form/FormPage')).FormPage }),
  ],
  [
    'install',
    'settings.install.page',
    async () => ({ default: (await import('./settings/install/InstallPage')).InstallPage }),
  ],
  [
    'general',
    'settings.general.page',
    async () => ({ default: (await import('./settings/general/GeneralPage')).GeneralPage }),
  ],
  [
    'hours',
    'settings.hours.page',
    async () => ({ default: (await import('./settings/hours/HoursPage')).HoursPage }),
  ],
  [
    'reports',
    'settings.general.reports.page',
    async () => ({ default: (await import('./settings/general/ReportSettingsPage')).ReportSettingsPage }),
  ],
  [
    'departments',
    'settings.departments.page',
    async () => ({ default: (await import('./settings/departments/DepartmentsPage')).DepartmentsPage }),
  ],
  [
    'agents',
    'settings.agents.page',
    async () => ({ default: (await import('./settings/agents/AgentsPage')).AgentsPage }),
  ],
  [
    'blocks',
    'settings.blocks.page',
    async () => ({ default: (await import('./settings/blocks/BlocksPage')).BlocksPage }),
  ],
  [
    'canned',
    'settings.tools.canned',
    async () => ({ default: (await import('./settings/tools/CannedPage')).CannedPage }),
  ],
  [
    'tags',
    'settings.tools.tags',
    async () => ({ default: (await import('./settings/tools/TagsPage')).TagsPage }),
  ],
  [
    'fields',
    'settings.tools.fields',
    async () => ({ default: (await import('./settings/tools/FieldsPage')).FieldsPage }),
  ],
  [
    'media',
    'settings.media.page',
    async () => ({ default: (await import('./settings/media/MediaPage')).MediaPage }),
  ],
  [
    'files',
    'settings.files.page',
    async () => ({ default: (await import('./settings/files/FilesPage')).FilesPage }),
  ],
  [
    'privacy',
    'settings.privacy.page',
    async () => ({ default: (await import('./settings/privacy/PrivacyPage')).PrivacyPage }),
  ],
  [
    'check',
    'settings.check.page',
    async () => ({ default: (await import('./settings/check/CheckPage')).CheckPage }),
  ],
  [
    'audit',
    'settings.audit.page',
    async () => ({ default: (await import('./settings/audit/AuditPage')).AuditPage }),
  ],
];
