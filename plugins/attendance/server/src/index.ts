import path from 'node:path';
import type { Core } from '@strapi/strapi';

import type { AuditAction } from '../../protocol/audit';
import { isTimeZone } from '../../protocol/hours';
import { removeCapacityGuards } from './adapters/capacity-guards';
import { corsState, corsWarning } from './adapters/cors-state';
import { ensureRoles, registerActions } from './adapters/roles';
import { lockSqliteFile, type ServerLock } from './adapters/single-server';
import { openWidgetFiles } from './adapters/widget-files';
import type { Clock } from './application/ports';
import type { NewSite } from './application/sites';
import { startAttendance, type Attendance } from './composition';
import { contentTypes } from './content-types';
import { createAuditController } from './controllers/audit';
import { createAttachmentsController } from './controllers/attachments';
import { createBlocksController } from './controllers/blocks';
import { createConfigureController } from './controllers/configure';
import { createMailController } from './controllers/mail';
import { createDepartmentsController } from './controllers/departments';
import { createHoursController } from './controllers/hours';
import { createMediaController } from './controllers/media';
import { createReservationsController } from './controllers/reservations';
import { createRetentionController } from './controllers/retention';
import { createToolControllers } from './controllers/tools';
import { createSitesController } from './controllers/sites';
import { createWidgetController } from './controllers/widget';
import { createAllowDeployment } from './middlewares/allow-deployment';
import { createAudit } from './middlewares/audit';
import { createLimitAddress } from './middlewares/limit-address';
import { createRefuseMultipart } from './middlewares/refuse-multipart';
import { createWidgetCors } from './middlewares/widget-cors';
import { routes } from './routes';

const running = new WeakMap<Core.Strapi, Attendance>();
const locks = new WeakMap<Core.Strapi, ServerLock>();

/** The one service this plugin registers, for the app around it. */
export interface AttendanceService {
  ensureRoles(): Promise<{ agentRoleId: number; supervisorRoleId: number }>;
  ensureSite(site: NewSite): Promise<void>;
  /** Takes away the files that nobody may read any more, as happens each minute; answers how many. */
  purgeFiles(): Promise<number>;
}

function attendanceService({ strapi }: { strapi: Core.Strapi }): AttendanceService {
  return {
    ensureRoles: () => ensureRoles(strapi),
    ensureSite: async (site) => {
      await attendanceOf(strapi).sites.ensure(site);
    },
    purgeFiles: () => attendanceOf(strapi).attachmentSide.purge(),
  };
}

/** The part that is used of a hook of Strapi's, which it leaves untyped. */
interface Hook {
  register(handler: () => Promise<void>): void;
}

function attendanceOf(strapi: Core.Strapi): Attendance {
  const attendance = running.get(strapi);
  if (attendance === undefined) throw new Error('attendance: not started yet');
  return attendance;
}

/** Beside the built server: dist/server/index.js and dist/widget. */
const WIDGET_FOLDER = path.resolve(__dirname, '../widget');

function widgetController({ strapi }: { strapi: Core.Strapi }) {
  const files = openWidgetFiles(WIDGET_FOLDER);
  return createWidgetController(() => {
    const { attachmentSide, configure, mailer, mediaSide, settings, shownVersion, sightings, sites } =
      attendanceOf(strapi);
    const sightingFailed = (fault: unknown): void => {
      strapi.log.error('attendance: a sighting was not stored', { fault: String(fault) });
    };
    return {
      settings,
      sightings,
      sightingFailed,
      sites,
      shownVersion,
      files,
      media: mediaSide.media,
      photos: configure.photos,
      mailer,
      adminOrigin: originOf(strapi.config.get<unknown>('admin.absoluteUrl')),
      uploadRules: () => attachmentSide.rules('visitor'),
    };
  });
}

/** Of an address in Strapi's configuration; empty where there is none. */
function originOf(address: unknown): string {
  return typeof address === 'string' && /^https?:\/\//.test(address) ? new URL(address).origin : '';
}

/** The host's own, where it registered one before the plugin starts: tests set the time. */
function clockOf(strapi: Core.Strapi): Clock | undefined {
  return strapi.has('attendance.clock') ? (strapi.get('attendance.clock') as Clock) : undefined;
}

/** A new install has one site [F5]; the admin gives it its origins. */
async function ensureFirstSite({ sites }: Attendance): Promise<void> {
  if ((await sites.all()).length > 0) return;
  await sites.ensure({ key: 'site', name: 'Site', origins: [] });
}

export default {
  config: {
    default: { addressLimitFactor: 1, connectionLimitFactor: 1, privateHosts: [] },
    validator: (config: Readonly<Record<string, unknown>>) => {
      for (const name of ['addressLimitFactor', 'connectionLimitFactor']) {
        const factor = config[name];
        if (typeof factor !== 'number' || !(factor >= 0))
          throw new Error(`attendance: ${name} is a number from 0 (no limits) up`);
      }
      const { canSendMail, language, privateHosts, timeZone } = config;
      if (language !== undefined && typeof language !== 'string')
        throw new Error('attendance: language is one like "pt-BR", "en" or "es"');
      if (timeZone !== undefined && !(typeof timeZone === 'string' && isTimeZone(timeZone)))
        throw new Error('attendance: timeZone is one like "America/Sao_Paulo"');
      if (canSendMail !== undefined && typeof canSendMail !== 'boolean')
        throw new Error('attendance: canSendMail is true or false');
      if (!Array.isArray(privateHosts) || !privateHosts.every((host) => typeof host === 'string'))
        throw new Error('attendance: privateHosts is a list of hosts, such as ["meet.intranet"]');
    },
  },
  contentTypes,
  controllers: {
    widget: widgetController,
    configure: ({ strapi }: { strapi: Core.Strapi }) =>
      createConfigureController(() => attendanceOf(strapi).configure),
    sites: ({ strapi }: { strapi: Core.Strapi }) =>
      createSitesController(() => attendanceOf(strapi).siteSettings),
    media: ({ strapi }: { strapi: Core.Strapi }) =>
      createMediaController(() => attendanceOf(strapi).mediaSide),
    mail: ({ strapi }: { strapi: Core.Strapi }) => createMailController(() => attendanceOf(strapi).mailer),
    departments: ({ strapi }: { strapi: Core.Strapi }) =>
      createDepartmentsController(() => attendanceOf(strapi).settingsSide.departments),
    hours: ({ strapi }: { strapi: Core.Strapi }) =>
      createHoursController(() => attendanceOf(strapi).settingsSide.hours),
    retention: ({ strapi }: { strapi: Core.Strapi }) =>
      createRetentionController(() => attendanceOf(strapi).settingsSide.retention),
    blocks: ({ strapi }: { strapi: Core.Strapi }) =>
      createBlocksController(() => attendanceOf(strapi).blockSide),
    audit: ({ strapi }: { strapi: Core.Strapi }) =>
      createAuditController(() => attendanceOf(strapi).auditSide.log),
    attachments: ({ strapi }: { strapi: Core.Strapi }) =>
      createAttachmentsController(() => attendanceOf(strapi).attachmentSide),
    reservations: ({ strapi }: { strapi: Core.Strapi }) =>
      createReservationsController(() => attendanceOf(strapi).reservations),
    ...createToolControllers((strapi) => attendanceOf(strapi).tools),
  },
  middlewares: {
    audit: ({ action }: { action: AuditAction }, { strapi }: { strapi: Core.Strapi }) =>
      createAudit(action, () => attendanceOf(strapi).auditSide),
    'limit-address': (_: unknown, { strapi }: { strapi: Core.Strapi }) =>
      createLimitAddress((request) => attendanceOf(strapi).edge.delay('http')(request)),
  },
  routes,
  services: { attendance: attendanceService },
  register: ({ strapi }: { strapi: Core.Strapi }) => {
    const filename = strapi.config.get<unknown>('database.connection.connection.filename');
    if (typeof filename === 'string' && filename !== ':memory:')
      locks.set(strapi, lockSqliteFile(filename, strapi.dirs.app.root));
    // They stand again before anybody can connect.
    const beforeSync = strapi.hook('strapi::content-types.beforeSync') as Hook;
    beforeSync.register(() => removeCapacityGuards(strapi.db.connection));
    // Before Strapi's own, which are added later: around them.
    const adminPath = strapi.config.get<string>('admin.path', '/admin');
    strapi.server.use(createAllowDeployment(adminPath, () => running.get(strapi)?.mediaSide.media ?? null));
    const restPrefix = strapi.config.get<string>('api.rest.prefix', '/api');
    strapi.server.use(createWidgetCors(restPrefix, () => running.get(strapi)?.edge.cors ?? null));
    strapi.server.use(createRefuseMultipart(restPrefix));
  },
  bootstrap: async ({ strapi }: { strapi: Core.Strapi }) => {
    await registerActions(strapi);
    running.set(strapi, await startAttendance(strapi, clockOf(strapi)));
    const warning = corsWarning(await corsState(strapi));
    if (warning !== null) strapi.log.warn(warning);
    // Roles made before Strapi's own bootstrap would keep it from creating Super Admin: they wait for the server.
    strapi.server.httpServer.once('listening', () => {
      Promise.all([ensureRoles(strapi), ensureFirstSite(attendanceOf(strapi))]).catch((fault: unknown) =>
        strapi.log.error('attendance: the first start was not finished', { fault: String(fault) }),
      );
    });
  },
  destroy: async ({ strapi }: { strapi: Core.Strapi }) => {
    await running.get(strapi)?.stop();
    running.delete(strapi);
    locks.get(strapi)?.release();
    locks.delete(strapi);
  },
};
