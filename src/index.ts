import type { Core } from '@strapi/strapi';

import { removeSamples } from './demo/samples';
import { seedDemo, warnOfDemoLogins } from './demo/seed';
import { closeRegistration } from './registration';

/** The Strapi application around the plugin. */
export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    // Runs before the demo, whose people make an installation that is not fresh.
    await closeRegistration(strapi);
    // `logins` is the demo without its past week: for tests.
    if (process.env.DEMO === 'true' || process.env.DEMO === 'logins') await seedDemo(strapi);
    if (process.env.DEMO !== 'true') await removeSamples(strapi);
    if (process.env.NODE_ENV === 'production') await warnOfDemoLogins(strapi);
  },
};
