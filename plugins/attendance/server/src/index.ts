import path from 'node:path';
import type { Core } from '@strapi/strapi';

import type { AuditAction } from '../../protocol/settings/audit';
import { isTimeZone } from '../../protocol/settings/hours';
import { beforeListening } from './adapters/strapi/before-listening';
import { beforeReceiving } from './adapters/import/receive';
import { aroundTransfers } from './adapters/import/transfer-routes';
import { removeStoredGuards } from './adapters/database/sqlite/capacity-guards';
import { corsState, corsWarning } from './adapters/strapi/cors-state';
import { sqlOn } from './adapters/database/sqlite/sql-on';
import { readFirstDefaults } from './adapters/settings/first-defaults';
import { rememberGrants, restoreGrants } from './adapters/strapi/remembered-grants';
import { ensureRoles, FIRST_GRANTS, registerActions } from './adapters/strapi/roles';
import { createSearchIndex, SEARCH_MODEL } from './adapters/search/search-index';
import { endSessionsOfChangedPasswords } from './adapters/strapi/session-events';
import { lockSqliteFile, type ServerLock } from './adapters/database/sqlite/single-server';
import { createSiteStore } from './adapters/settings/site-store';
import { refuseOtherDatabases } from './adapters/database/sqlite/supported-database';
import { openWidgetFiles } from './adapters/strapi/widget-files';
import type { Clock } from './application/clock';
import { startAttendance, type Attendance } from './composition';
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
import { createReservationsController } from './controllers/reservations';
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
import { routes } from './routes';
import { withoutActions } from './routes/without-actions';

const running = new WeakMap<Core.Strapi, Attendance>();
const starting = new WeakMap<Core.Strapi, Promise<void>>();
/** Apps in which the plugin was not there at the start before: new, or put back. */
const wereAbsent = new WeakSet<Core.Strapi>();
const INTERACTION = 'plugin::attendance.interaction';
const locks = new WeakMap<Core.Strapi, ServerLock>();

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

function attendanceOf(strapi: Core.Strapi): Attendance {
  const attendance = running.get(strapi);
  if (attendance === undefined) throw new Error('attendance: no server is running');
  return attendance;
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
      adminOrigin: originOf(strapi.config.get<unknown>('admin.absoluteUrl')),
      uploadRules: () => attachmentSide.rules('visitor'),
    };
  });
}

/** Returns the origin of an address in Strapi's configuration; empty where there is none. */
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

/** Returns the database's file; null where it is in memory. */
function databaseFile(strapi: Core.Strapi): string | null {
  const filename = strapi.config.get<unknown>('database.connection.connection.filename');
  return typeof filename === 'string' && filename !== ':memory:' ? filename : null;
}

/** Starts what a server does and a command does not: from the lock on the database to the clocks. */
async function startServing(strapi: Core.Strapi): Promise<void> {
  const filename = databaseFile(strapi);
  if (filename !== null) locks.set(strapi, lockSqliteFile(filename, strapi.dirs.app.root));
  await serve(strapi);
}

async function stopServing(strapi: Core.Strapi): Promise<void> {
  await running.get(strapi)?.stop();
  running.delete(strapi);
}

async function serve(strapi: Core.Strapi): Promise<void> {
  const attendance = await startAttendance(strapi, clockOf(strapi));
  running.set(strapi, attendance);
  const warning = corsWarning(await corsState(strapi));
  if (warning !== null) strapi.log.warn(warning);
  try {
    // Roles made before Strapi's own bootstrap would keep it from creating Super Admin: it is over by now.
    await Promise.all([ensureRoles(strapi), ensureFirstSite(attendance)]);
  } catch (fault) {
    strapi.log.error('attendance: the first start was not finished', { fault: String(fault) });
  }
}

/** Server part of the plugin, as Strapi loads it. */
export interface ServerPart {
  readonly config: object;
  readonly contentTypes: object;
  readonly controllers: object;
  readonly middlewares: object;
  readonly routes: object;
  readonly services: object;
  register(context: { strapi: Core.Strapi }): void;
  bootstrap(context: { strapi: Core.Strapi }): Promise<void>;
  destroy(context: { strapi: Core.Strapi }): Promise<void>;
}

const plugin: ServerPart = {
  config: {
    default: { addressLimitFactor: 1, connectionLimitFactor: 1, privateHosts: [] },
    validator: (config: Readonly<Record<string, unknown>>) => {
      for (const name of ['addressLimitFactor', 'connectionLimitFactor']) {
        const factor = config[name];
        if (typeof factor !== 'number' || !(factor >= 0))
          throw new Error(`attendance: ${name} is a number from 0 (no limits) up`);
      }
      const { canSendMail, language, monitorToken, privateHosts, timeZone } = config;
      if (monitorToken !== undefined && (typeof monitorToken !== 'string' || monitorToken.length < 16))
        throw new Error('attendance: monitorToken is a secret of at least 16 characters');
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
    'self-check': controllerOf(createSelfCheckController, ({ selfCheck }) => selfCheck),
    reservations: controllerOf(createReservationsController, ({ reservations }) => reservations),
    ...createToolControllers((strapi) => attendanceOf(strapi).tools),
  },
  middlewares: {
    audit: ({ action }: { action: AuditAction }, { strapi }: { strapi: Core.Strapi }) =>
      createAudit(action, () => attendanceOf(strapi).auditSide),
    'limit-address': (_: unknown, { strapi }: { strapi: Core.Strapi }) =>
      createLimitAddress((request) => attendanceOf(strapi).edge.delay('http')(request)),
  },
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
    strapi.server.use(createAllowDeployment(adminPath, () => running.get(strapi)?.mediaSide.media ?? null));
    const restPrefix = strapi.config.get<string>('api.rest.prefix', '/api');
    strapi.server.use(createWidgetCors(restPrefix, () => running.get(strapi)?.edge.cors ?? null));
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
    beforeListening(strapi, () => {
      const started = startServing(strapi);
      starting.set(strapi, started);
      return started;
    });
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
    if (lock !== null) locks.set(strapi, lock);
  },
  destroy: async ({ strapi }: { strapi: Core.Strapi }) => {
    // Whoever ends a server that is still starting ends all that it has started; why it failed was told already.
    await starting.get(strapi)?.catch(() => undefined);
    await stopServing(strapi);
    locks.get(strapi)?.release();
    locks.delete(strapi);
  },
};

export default plugin;
