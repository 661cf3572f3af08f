import type { StrapiApp } from '@strapi/strapi/admin';

import admin from '../../../../admin/src/index';

/** Strapi looks for a plugin's admin side here; the code is in the repository's own admin folder, and is bundled in. */
const plugin: {
  register(app: StrapiApp): void;
  bootstrap(app: Pick<StrapiApp, 'addSettingsLink'>): void;
  registerTrads(options: { locales: string[] }): Promise<{ locale: string; data: Record<string, string> }[]>;
} = admin;

export default plugin;
