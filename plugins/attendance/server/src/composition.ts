import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';

import { sqlOn } from './adapters/database/sqlite/sql-on';
import { createAdminSessions } from './adapters/admin-session';
import { createAgentReader } from './adapters/agents/agent-reader';
import { createAttendingUsers } from './adapters/attending-users';
import { findAttemptByRoom } from './adapters/call-rows';
import { networkOf } from './adapters/client-address';
import { guardCapacity } from './adapters/capacity-guards';
import { watchDatabaseFile } from './adapters/database-file';
import { createDepartmentStore } from './adapters/department-store';
import { readDevice } from './adapters/device';
import { onEachConnection } from './adapters/each-connection';
import { readFirstDefaults } from './adapters/first-defaults';
import { keepOrigins } from './adapters/import/origins';
import { isStorageFault } from './adapters/database/sqlite/storage-fault';
import { createOfflineMessageReader } from './adapters/offline-messages/offline-message-reader';
import { createSettingsStore } from './adapters/settings-store';
import { createPictures } from './adapters/pictures';
import { createSightingStore } from './adapters/sighting-store';
import { createSiteStore } from './adapters/site-store';
import { makeDurable } from './adapters/sqlite-durability';
import { createDeadlineReader } from './adapters/sweeping/deadline-reader';
import { systemClock } from './adapters/system-clock';
import { createAgentAbsence } from './application/agent-absence';
import { createAgentStore } from './application/agents/agent-store';
import { createAttend } from './application/attend';
import { createAvailabilityWatch } from './application/availability';
import { createCallSeats } from './application/call-seats';
import { createCalls } from './application/calls';
import { createConfigure, type Configure } from './application/configure';
import { createHeartbeat } from './application/heartbeat';
import type { JitsiReservations } from './application/jitsi-reservations';
import type { Mailer } from './application/mailer';
import { createOfflineMessages } from './application/offline-messages';
import { createOfflineMessageStore } from './application/offline-messages/offline-message-store';
import type { Clock } from './application/ports';
import { createQueueBoard } from './application/queue-board';
import { createMayReadTranscript } from './application/reading-rights';
import { createSightings, type Sightings } from './application/sightings';
import { createSiteSettings, type SiteSettings } from './application/site-settings';
import type { SettingsStore, ShownVersion, SiteStore } from './application/sites';
import type { AgentTools } from './application/tools';
import { createSweepClock } from './application/sweeping/sweep-clock';
import { createTransfers } from './application/transfers';
import { ensureTerms } from './application/visitors/store-terms';
import { openAudit } from './composition/audit';
import { openBlocks } from './composition/blocks';
import { openEdge, type Edge } from './composition/edge';
import { openEndSide } from './composition/end';
import { takeUpImport } from './composition/import';
import { openKnownVisitors, openVisitors } from './composition/known-visitors';
import { openSelfCheck } from './composition/self-check';
import { openSettingsSide, type SettingsSide } from './composition/settings';
import { openAttachmentSide, type AttachmentSide } from './composition/attachments';
import { openSearch } from './composition/search';
import { openMediaSide, type MediaSide } from './composition/media';
import { openToolLists, openTools } from './composition/tools';
import { openInteractions } from './composition/interactions';
import { startTimers } from './composition/timers';
import type { BlockSide } from './controllers/blocks';
import type { SelfCheckSide } from './controllers/self-check';
import { visitorGroup } from './gateway/channel-groups';
import { createCallPublisher } from './gateway/publish-calls';
import { createPublisher } from './gateway/publish';
import { createToolPublisher } from './gateway/publish-tools';
import { serveAgents, type AgentSide } from './gateway/serve-agents';
import { serveVisitors } from './gateway/serve-visitors';
import { createShownNews } from './gateway/shown-news';
import type { AuditSide } from './middlewares/audit';
import { toQueue } from './presenters/interaction';

export interface Attendance {
  readonly sites: SiteStore;
  /** Of what a widget shows of a site. */
  readonly shownVersion: ShownVersion;
  readonly siteSettings: SiteSettings;
  readonly sightings: Sightings;
  readonly settings: SettingsStore;
  readonly configure: Configure;
  readonly edge: Pick<Edge, 'cors' | 'delay'>;
  readonly mediaSide: MediaSide;
  readonly tools: AgentTools;
  readonly mailer: Mailer;
  readonly attachmentSide: AttachmentSide & {
    /** How many milliseconds the address behind a request must wait before its next file. */
    uploadDelay(request: IncomingMessage): Promise<number>;
    /** Where a request comes from, as what one address may do is counted. */
    addressOf(request: IncomingMessage): string;
    /** Whether nothing can be stored now, whoever asks. */
    isUnavailable(fault: unknown): boolean;
  };
  readonly reservations: JitsiReservations;
  readonly auditSide: AuditSide;
  readonly blockSide: BlockSide;
  readonly settingsSide: SettingsSide;
  readonly selfCheck: SelfCheckSide;
  stop(): Promise<void>;
}

/** The composition root: the only file that sees all. Whatever it starts, the answered `stop` stops. */
export async function startAttendance(strapi: Core.Strapi, clock: Clock = systemClock): Promise<Attendance> {
  const knex = strapi.db.connection;
  const log = {
    error: (message: string, fields: Readonly<Record<string, unknown>>) => strapi.log.error(message, fields),
  };
  const first = readFirstDefaults(strapi.config.get('plugin::attendance', {}));
  const sites = createSiteStore(knex, first);
  const pictures = createPictures(strapi);
  const settings = createSettingsStore(sqlOn(knex), first);
  const departments = createDepartmentStore(knex);
  const sightings = createSightings(createSightingStore(knex), clock);
  const { database, interactions, messages } = openInteractions(knex, clock);
  const agents = createAgentStore(database, createAgentReader(sqlOn(knex)));
  await takeUpImport(strapi, clock);
  await onEachConnection(knex, (connection) => {
    makeDurable(connection);
    guardCapacity(connection);
    keepOrigins(connection);
  });
  const databaseFile = await watchDatabaseFile(knex, {
    onLost: (filename) =>
      log.error(
        'attendance: the database file was deleted or replaced under the running server, and nothing is stored any more, ' +
          'by Strapi neither. Stop the server, put the file back (from a backup), and start again',
        { filename },
      ),
    onFault: (fault) =>
      log.error('attendance: the database file could not be looked at', { fault: String(fault) }),
  });
  await settings.ensure();
  const privateHosts = strapi.config.get<readonly string[]>('plugin::attendance.privateHosts', []);
  const mediaSide = await openMediaSide(knex, { clock, privateHosts, log });
  const toolLists = openToolLists(knex, database);
  const settingsSide = await openSettingsSide(knex, {
    clock,
    database,
    first,
    audit: () => auditSide.log,
    hoursChanged: () => availability.refresh(),
    membersChanged: () => attend.assignWaiting(),
  });
  const auditSide = openAudit(knex, {
    clock,
    sites,
    settings,
    settingsSide,
    agents,
    media: mediaSide.configureMedia,
    tools: toolLists,
    blocks: () => blocks,
    onFault: (fault, action) =>
      log.error('attendance: a change was made and not audited', { action, fault: String(fault) }),
  });

  const edge = openEdge(strapi, sites);
  const { addressLimits, gateway } = edge;

  const queueBoard = createQueueBoard(interactions, clock, (visitorId, interactionId, place) => {
    gateway.welcomes.wasTold(visitorGroup(visitorId));
    gateway.visitors.to(visitorGroup(visitorId)).emit('queue:changed', { interactionId, place });
  });
  const availability = createAvailabilityWatch({
    agents,
    clock,
    hours: settingsSide.hours.state,
    tell: (news) => {
      gateway.welcomes.wasTold();
      gateway.visitors.emit('availability:changed', news);
    },
  });
  let isQueueStale = false;
  let agentSide: AgentSide | null = null;
  const publisher = createPublisher(gateway, {
    canSeeIp: (id) => agentSide?.canSeeIp(id) ?? false,
    placeOf: queueBoard.placeOf,
    presenceOf: (id) => absence.presenceOf(id),
    onQueueChanged: () => {
      isQueueStale = true;
    },
  });
  const announceQueue = async (): Promise<void> => {
    if (!isQueueStale) return;
    isQueueStale = false;
    const queue = toQueue(await interactions.waiting());
    gateway.welcomes.wasTold();
    gateway.agents.emit('queue:changed', { queue });
  };
  const absence = createAgentAbsence({ agents, clock, interactions, publisher });
  const sweepClock = createSweepClock(database, createDeadlineReader(sqlOn(knex)));
  const heartbeat = createHeartbeat({
    clock,
    sweepClock,
    interactions,
    agents,
    publisher,
    onOutage: (gapMs) =>
      strapi.log.info('attendance: the service was away; deadlines were moved by it', { gapMs }),
  });
  const callSeats = createCallSeats(randomUUID);
  const attend = createAttend({
    clock,
    callOver: callSeats.close,
    interactions,
    messages,
    agents,
    publisher,
    isAgentConnected: gateway.connectedAgents.has,
    availabilityChanged: async () => {
      await availability.refresh();
      await absence.refresh();
    },
    announceSelf: async (id) => agentSide?.announceSelf(id),
    heartbeat,
  });
  const calls = createCalls({
    attend,
    interactions,
    agents,
    sites,
    media: mediaSide.media,
    seats: callSeats,
    publisher: createCallPublisher(gateway),
    noteUnsafeRoom: mediaSide.noteUnsafeRoom,
  });
  const tools = await openTools(knex, {
    database,
    clock,
    interactions,
    lists: toolLists,
    publisher: { ...createToolPublisher(gateway), visitorChanged: publisher.visitorChanged },
  });
  const blocks = await openBlocks(knex, gateway, {
    database,
    clock,
    interactions,
    attend,
    audit: auditSide.log,
  });
  const endSide = openEndSide(strapi, knex, { clock, database, publisher });
  await ensureTerms(database);
  const visitors = openVisitors(sqlOn(knex), database);
  const mayReadTranscript = createMayReadTranscript(interactions);
  const searchSide = await openSearch(strapi, { clock, tags: toolLists.tags });
  const attachmentSide = await openAttachmentSide(strapi, {
    clock,
    mayReadTranscript,
    interactions,
    visitors,
    agents,
    privateHosts,
    rulesChanged: () => shownNews.settingsChanged(),
  });
  const shownNews = createShownNews(gateway, { settings, sites, uploadsVersion: attachmentSide.version });
  const offlineMessageStore = createOfflineMessageStore(database, createOfflineMessageReader(sqlOn(knex)));
  const shared = {
    attend,
    calls,
    tools,
    callSeats,
    blocks,
    transfers: createTransfers({
      attend,
      agents,
      departments,
      isAgentConnected: gateway.connectedAgents.has,
    }),
    interactions,
    messages,
    visitors,
    offlineMessages: createOfflineMessages(offlineMessageStore, publisher, clock),
    publisher,
    settings,
    now: clock.now,
    connectionLimitFactor: strapi.config.get<number>('plugin::attendance.connectionLimitFactor', 1),
    log,
    isUnavailable: isStorageFault,
  };
  const visitorSide = serveVisitors(gateway, {
    ...shared,
    ...endSide,
    sites,
    shownVersion: shownNews.versionOf,
    departments,
    queueBoard,
    presenceOf: absence.presenceOf,
    readDevice,
    addressOf: edge.addressOf,
    readingBudget: edge.readingBudget,
    addressDelay: addressLimits.take,
    availability: availability.now,
  });
  const served = serveAgents(gateway, {
    ...shared,
    knownVisitors: openKnownVisitors(knex, gateway, {
      database,
      clock,
      interactions,
      blocks,
      publisher,
      visitorSide,
    }),
    search: searchSide.search,
    mayReadTranscript,
    agents,
    unansweredMessages: offlineMessageStore.unanswered,
    sessions: createAdminSessions(strapi),
  });
  agentSide = served;

  const timers = await startTimers(strapi, {
    ...shared,
    clock,
    heartbeat,
    agents,
    isAgentConnected: gateway.connectedAgents.has,
    served,
    isFileLost: databaseFile.isLost,
    isAtRest: async () => gateway.isEmpty() && !(await sweepClock.hasDeadlines()),
    refreshers: [blocks.sweep, availability.refresh, absence.refresh, queueBoard.refresh, announceQueue],
    purgeWhenDue: settingsSide.retention.purgeWhenDue,
  });

  return {
    sites,
    shownVersion: shownNews.versionOf,
    sightings,
    siteSettings: createSiteSettings({
      sites,
      departments,
      pictures,
      sightings,
      siteChanged: shownNews.siteChanged,
    }),
    settings,
    edge,
    mediaSide,
    mailer: endSide.mailer,
    auditSide,
    blockSide: {
      blocks,
      lift: async (id, byName) => {
        const block = await blocks.end(id, byName);
        if (block === null) return;
        // Whoever looks at the visitor asks again.
        (await interactions.openOf(block.visitorId)).forEach(publisher.visitorChanged);
      },
    },
    tools,
    settingsSide,
    selfCheck: openSelfCheck(strapi, {
      sites: sites.all,
      hours: settingsSide.hours.get,
      media: mediaSide.configureMedia.get,
      canSendMail: endSide.mailer.isConfigured,
      addressOf: edge.addressOf,
    }),
    attachmentSide: {
      ...attachmentSide,
      isUnavailable: isStorageFault,
      uploadDelay: edge.delay('upload'),
      addressOf: (request) => networkOf(edge.addressOf(request)),
    },
    reservations: mediaSide.reservations({ findByRoom: (room) => findAttemptByRoom(knex, room) }),
    configure: createConfigure({
      settings,
      attendingUsers: createAttendingUsers(strapi),
      pictures,
      departments,
      agents,
      isAgentConnected: gateway.connectedAgents.has,
      departmentsChanged: settingsSide.departmentStore.touch,
      capacityChanged: attend.assignWaiting,
      announceSelf: served.announceSelf,
      shownSettingsChanged: shownNews.settingsChanged,
    }),
    stop: async () => {
      await Promise.all([
        timers.stop(),
        attachmentSide.stop(),
        searchSide.stop(),
        endSide.stop(),
        databaseFile.stop(),
      ]);
      await edge.stop();
    },
  };
}
