import path from 'node:path';
import type { Core } from '@strapi/strapi';

import { ensureRoles, registerActions } from './adapters/roles';
import type { NewSite } from './adapters/site-store';
import { startAttendance, type Attendance } from './composition';
import { openWidgetFiles } from './adapters/widget-files';
import { contentTypes } from './content-types';
import { createWidgetController } from './controllers/widget';
import { routes } from './routes';

const running = new WeakMap<Core.Strapi, Attendance>();

/** The one service this plugin registers, for the app around it. */
export interface AttendanceService {
  ensureRoles(): Promise<{ agentRoleId: number; supervisorRoleId: number }>;
  ensureSite(site: NewSite): Promise<void>;
}

function attendanceService({ strapi }: { strapi: Core.Strapi }): AttendanceService {
  return {
    ensureRoles: () => ensureRoles(strapi),
    ensureSite: async (site) => {
      const attendance = running.get(strapi);
      if (attendance === undefined) throw new Error('attendance: not started yet');
      await attendance.sites.ensure(site);
    },
  };
}

/** Beside the built server: dist/server/index.js and dist/widget. */
const WIDGET_FOLDER = path.resolve(__dirname, '../widget');

function widgetController({ strapi }: { strapi: Core.Strapi }) {
  const files = openWidgetFiles(WIDGET_FOLDER);
  return createWidgetController(() => {
    const attendance = running.get(strapi);
    if (attendance === undefined) throw new Error('attendance: not started yet');
    return { sites: attendance.sites, files };
  });
}

export default {
  contentTypes,
  controllers: { widget: widgetController },
  routes,
  services: { attendance: attendanceService },
  bootstrap: async ({ strapi }: { strapi: Core.Strapi }) => {
    await registerActions(strapi);
    running.set(strapi, await startAttendance(strapi));
    // Roles made before Strapi's own bootstrap would keep it from creating Super Admin: they wait for the server.
    strapi.server.httpServer.once('listening', () => {
      ensureRoles(strapi).catch((fault: unknown) =>
        strapi.log.error('attendance: roles were not created', { fault: String(fault) }),
      );
    });
  },
  destroy: async ({ strapi }: { strapi: Core.Strapi }) => {
    await running.get(strapi)?.stop();
    running.delete(strapi);
  },
};
