import path from 'node:path';
import type { Core } from '@strapi/strapi';

import type { AuditAction } from '../../protocol/settings/audit';
import { beforeListening } from './adapters/strapi/before-listening';
import { beforeReceiving } from './adapters/import/receive';
import { aroundTransfers } from './adapters/import/transfer-routes';
import { removeStoredGuards } from './adapters/database/sqlite/capacity-guards';
import { adminOrigin, checkConfig, databaseFile, DEFAULT_CONFIG } from './adapters/strapi/config';
import { sqlOn } from './adapters/database/sqlite/sql-on';
import { readFirstDefaults } from './adapters/settings/first-defaults';
import { rememberGrants, restoreGrants } from './adapters/strapi/remembered-grants';
import { ensureRoles, FIRST_GRANTS, registerActions } from './adapters/strapi/roles';
import { createSearchIndex, SEARCH_MODEL } from './adapters/search/search-index';
import { endSessionsOfChangedPasswords } from './adapters/strapi/session-events';
import { createSiteStore } from './adapters/settings/site-store';
import { refuseOtherDatabases } from './adapters/database/sqlite/supported-database';
import { openWidgetFiles } from './adapters/strapi/widget-files';
import type { Attendance } from './attendance';
import { readyToBeCarried, readyToReceive } from './composition/storage/import';
import { contentTypes } from './content-types';
import { createAuditController } from './controllers/settings/audit';
import { createAttachmentsController } from './controllers/attachments';
import { createBlocksController } from './controllers/blocks';
import { createBoardController } from './controllers/board';
import { createConfigureController } from './controllers/settings/configure';
import { createMailController } from './controllers/settings/mail';
import { createDepartmentsController } from './controllers/settings/departments';
import { createHoursController } from './controllers/settings/hours';
import { createMediaController } from './controllers/settings/media';
import { createReportTableController } from './controllers/report-table';
import { createReservationsController } from './controllers/reservations';
import { createReportsController } from './controllers/reports';
import { createRetentionController } from './controllers/settings/retention';
import { createSelfCheckController } from './controllers/settings/self-check';
import { createToolControllers } from './controllers/settings/tools';
import { createSitesController } from './controllers/settings/sites';
import { createWidgetController } from './controllers/widget';
import { createAllowDeployment } from './middlewares/allow-deployment';
import { createAudit } from './middlewares/audit';
import { createLimitAddress } from './middlewares/limit-address';
import { createRefuseMultipart } from './middlewares/refuse-multipart';
import { createRefuseContentManager } from './middlewares/refuse-content-manager';
import { createWidgetCors } from './middlewares/widget-cors';
import { hasAnyPermission } from './policies/has-any-permission';
import { routes } from './routes';
import { withoutActions } from './routes/without-actions';
import { attendanceOf, endServing, keepLock, runningOn, serve, startServing, stopServing } from './serving';

/** Apps in which the plugin was not there at the start before: new, or put back. */
const wereAbsent = new WeakSet<Core.Strapi>();
const INTERACTION = 'plugin::attendance.interaction';

/** Service that this plugin registers, for the app around it; all but `purgeFiles` before the server listens too. */
export interface AttendanceService {
  ensureRoles(): Promise<{ agentRoleId: number; supervisorRoleId: number }>;
  /** Makes the site, or gives the one with this key its origins; `form` is that of the settings page, as it is stored. */
  ensureSite(site: {
    readonly key: string;
    readonly name: string;
    readonly origins: readonly string[];
    readonly form?: object;
  }): Promise<void>;
  /** Removes the files that nobody may read any more, as happens each minute; resolves to their number. */
  purgeFiles(): Promise<number>;
}

function attendanceService({ strapi }: { strapi: Core.Strapi }): AttendanceService {
  return {
    ensureRoles: () => ensureRoles(strapi),
    ensureSite: async (site) => {
      const first = readFirstDefaults(strapi.config.get('plugin::attendance', {}));
      await createSiteStore(sqlOn(strapi.db.connection), first).ensure(site);
    },
    purgeFiles: () => attendanceOf(strapi).attachmentSide.purge(),
  };
}

/** The parts that are used of what Strapi leaves untyped. */
interface BeforeSync {
  /** The content types are those of the start before, of whichever plugins were there then; undefined on a first start. */
  register(
    handler: (schemas: { oldContentTypes?: Readonly<Record<string, unknown>> | null }) => Promise<void>,
  ): void;
}
interface Models {
  add(model: object): void;
}

/** Makes a controller on one part of the attendance that runs when a request comes: none runs yet when Strapi loads it. */
function controllerOf<Part, Controller>(
  create: (part: () => Part) => Controller,
  partOf: (attendance: Attendance) => Part,
) {
  return ({ strapi }: { strapi: Core.Strapi }): Controller => create(() => partOf(attendanceOf(strapi)));
}

/** Beside the built server: dist/server/index.js and dist/widget. */
const WIDGET_FOLDER = path.resolve(__dirname, '../widget');

function widgetController({ strapi }: { strapi: Core.Strapi }) {
  const files = openWidgetFiles(WIDGET_FOLDER);
  return createWidgetController(() => {
    const { attachmentSide, configure, mailer, mediaSide, settings, configVersion, sightings, sites } =
      attendanceOf(strapi);
    const sightingFailed = (fault: unknown): void => {
      strapi.log.error('attendance: a sighting was not stored', { fault: String(fault) });
    };
    return {
      settings,
      sightings,
      sightingFailed,
      sites,
      configVersion,
      files,
      media: mediaSide.media,
      photos: configure.photos,
      mailer,
      adminOrigin: adminOrigin(strapi),
      uploadRules: () => attachmentSide.rules('visitor'),
    };
  });
}

/** Server part of the plugin, as Strapi loads it. */
export interface ServerPart {
  readonly config: object;
  readonly contentTypes: object;
  readonly controllers: object;
  readonly middlewares: object;
  readonly policies: object;
  readonly routes: object;
  readonly services: object;
  register(context: { strapi: Core.Strapi }): void;
  bootstrap(context: { strapi: Core.Strapi }): Promise<void>;
  destroy(context: { strapi: Core.Strapi }): Promise<void>;
}

const plugin: ServerPart = {
  config: {
    default: DEFAULT_CONFIG,
    validator: checkConfig,
  },
  contentTypes,
  controllers: {
    widget: widgetController,
    configure: controllerOf(createConfigureController, ({ configure }) => configure),
    sites: controllerOf(createSitesController, ({ siteSettings }) => siteSettings),
    media: controllerOf(createMediaController, ({ mediaSide }) => mediaSide),
    mail: controllerOf(createMailController, ({ mailer }) => mailer),
    departments: controllerOf(createDepartmentsController, ({ settingsSide }) => settingsSide.departments),
    hours: controllerOf(createHoursController, ({ settingsSide }) => settingsSide.hours),
    retention: controllerOf(createRetentionController, ({ settingsSide }) => settingsSide.retention),
    blocks: controllerOf(createBlocksController, ({ blockSide }) => blockSide),
    board: controllerOf(createBoardController, ({ liveBoard }) => liveBoard),
    audit: controllerOf(createAuditController, ({ auditSide }) => auditSide.log),
    attachments: controllerOf(createAttachmentsController, ({ attachmentSide }) => attachmentSide),
    reports: controllerOf(createReportsController, ({ reportSide }) => reportSide),
    'self-check': controllerOf(createSelfCheckController, ({ selfCheck }) => selfCheck),
    'report-table': controllerOf(createReportTableController, ({ reportSide }) => reportSide.tableSide),
    reservations: controllerOf(createReservationsController, ({ reservations }) => reservations),
    ...createToolControllers((strapi) => attendanceOf(strapi).tools),
  },
  middlewares: {
    audit: ({ action }: { action: AuditAction }, { strapi }: { strapi: Core.Strapi }) =>
      createAudit(action, () => attendanceOf(strapi).auditSide),
    'limit-address': (_: unknown, { strapi }: { strapi: Core.Strapi }) =>
      createLimitAddress((request) => attendanceOf(strapi).edge.delay('http')(request)),
  },
  policies: { 'has-any-permission': hasAnyPermission },
  routes: {
    ...routes,
    'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
      ...routes['content-api'],
      routes: withoutActions(strapi, routes['content-api'].routes),
    }),
  },
  services: { attendance: attendanceService },
  register: ({ strapi }: { strapi: Core.Strapi }) => {
    refuseOtherDatabases(strapi.config.get<unknown>('database.connection.client'));
    (strapi.get('models') as Models).add(SEARCH_MODEL);
    const beforeSync = strapi.hook('strapi::content-types.beforeSync') as BeforeSync;
    beforeSync.register(async ({ oldContentTypes }) => {
      await removeStoredGuards(strapi.db.connection);
      await createSearchIndex(strapi.db.connection);
      if (oldContentTypes && !(INTERACTION in oldContentTypes)) wereAbsent.add(strapi);
    });
    // Before Strapi's own, which are added later: around them.
    const adminPath = strapi.config.get<string>('admin.path', '/admin');
    strapi.server.use(createAllowDeployment(adminPath, () => runningOn(strapi)?.mediaSide.media ?? null));
    const restPrefix = strapi.config.get<string>('api.rest.prefix', '/api');
    strapi.server.use(createWidgetCors(restPrefix, () => runningOn(strapi)?.edge.cors ?? null));
    strapi.server.use(createRefuseMultipart(restPrefix));
    strapi.server.use(createRefuseContentManager());
    aroundTransfers(strapi, {
      beforePull: () => readyToBeCarried(strapi),
      // Everybody is sent away, and comes back to what is there then: what they hold is of rows that are no more.
      beforePush: async () => {
        await stopServing(strapi);
        await readyToReceive(strapi);
      },
      afterPush: () => serve(strapi),
    });
    beforeListening(strapi, () => startServing(strapi));
  },
  bootstrap: async ({ strapi }: { strapi: Core.Strapi }) => {
    await registerActions(strapi);
    // Before Strapi's own bootstrap, which deletes what it does not know.
    if (wereAbsent.has(strapi)) await restoreGrants(strapi, FIRST_GRANTS);
    await rememberGrants(strapi);
    // A command that sets a password ends them too. Goes with Strapi's own database.
    endSessionsOfChangedPasswords(strapi);
    await readyToBeCarried(strapi);
    const what = { contentTypes: Object.keys(contentTypes), filename: databaseFile(strapi) };
    const lock = await beforeReceiving(strapi, what);
    if (lock !== null) keepLock(strapi, lock);
  },
  destroy: ({ strapi }: { strapi: Core.Strapi }) => endServing(strapi),
};

export default plugin;
