import type { Core } from '@strapi/strapi';

import { seedDemo, warnOfDemoLogins } from './demo/seed';

/** The Strapi application around the plugin. */
export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    if (process.env.DEMO === 'true') await seedDemo(strapi);
    if (process.env.NODE_ENV === 'production') await warnOfDemoLogins(strapi);
  },
};
