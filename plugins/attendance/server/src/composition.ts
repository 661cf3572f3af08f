import type { Core } from '@strapi/strapi';

import { systemClock } from './adapters/strapi/system-clock';
import { createOfflineMessages } from './application/offline-messages/offline-messages';
import type { Clock } from './application/clock';
import { createMayReadTranscript } from './application/transcripts/reading-rights';
import { createSettingsSignals } from './application/settings/signals';
import { ensureTerms } from './application/visitors/store-terms';
import type { Attendance } from './attendance';
import { openAgentSide } from './composition/attending/agent-side';
import { openAttachmentSide } from './composition/storage/attachments';
import { openAttending } from './composition/attending/attending';
import { openAudit, openAuditLog } from './composition/settings/audit';
import { openBlocks } from './composition/attending/blocks';
import { openCalls } from './composition/attending/calls';
import { openConfigure } from './composition/attending/configure';
import { openDatabase } from './composition/storage/database';
import { openEdge } from './composition/edge';
import { openEndSide } from './composition/attending/end';
import { hostOf } from './composition/host';
import { openMediaSide } from './composition/settings/media';
import { openReports } from './composition/storage/reports';
import { openSearch } from './composition/storage/search';
import { openSelfCheck } from './composition/settings/self-check';
import { openSettingsSide } from './composition/settings/settings';
import { openStores } from './composition/storage/stores';
import { openSupervision, openWatching } from './composition/attending/supervision';
import { startTimers } from './composition/attending/timers';
import { openToolLists, openTools } from './composition/attending/tools';
import { openVisitorSide } from './composition/attending/visitor-side';
import { createConfigNews } from './gateway/publish/config-news';

/**
 * The composition root: the only file that sees all. It reads from top to bottom, each part made of those above it; what a later
 * part follows, it subscribes to. Whatever is started, the returned `stop` stops.
 */
export async function startAttendance(strapi: Core.Strapi, clock: Clock = systemClock): Promise<Attendance> {
  const host = hostOf(strapi, clock);
  const signals = createSettingsSignals();
  const stores = openStores(host);
  const { database, interactions, settings, sightings, sites } = stores;
  const databaseFile = await openDatabase(host);
  await Promise.all([settings.ensure(), stores.reportSettings.ensure()]);
  await ensureTerms(database);

  const audit = openAuditLog(host);
  const mediaSide = await openMediaSide(host);
  const lists = openToolLists(host.sql, database);
  const settingsSide = await openSettingsSide(host, { audit, database, signals });
  const edge = openEdge(strapi, sites);
  const { gateway } = edge;
  const { facts } = gateway;

  const { hours } = settingsSide;
  const watching = openWatching(host, { ...stores, gateway, hours });
  const attending = openAttending(host, { ...stores, gateway, hours, signals, watching });
  const { attend, publisher } = attending;
  const calls = openCalls({ ...stores, ...attending, facts, mediaSide });
  const tools = await openTools(host, { ...stores, facts, lists, publisher });
  const blockSide = await openBlocks(host, { attend, audit, database, facts, interactions, publisher });
  const endSide = openEndSide(host, { database, publisher });
  const searchSide = await openSearch(strapi, { clock, tags: lists.tags });
  const reportSide = await openReports(host, { ...stores, audit, hours: settingsSide.hours });
  const mayReadTranscript = createMayReadTranscript(interactions);
  const { isFollowedBy } = watching.followings;
  const attachmentSide = await openAttachmentSide(host, {
    ...stores,
    edge,
    isFollowedBy,
    mayReadTranscript,
    signals,
  });
  const configNews = createConfigNews(facts, { settings, sites, uploadsVersion: attachmentSide.version });
  signals.uploadRules.subscribe(configNews.settingsChanged);

  const offlineMessages = createOfflineMessages(stores.offlineMessageStore, publisher, clock);
  const served = { ...stores, ...attending, ...blockSide, ...edge, calls, offlineMessages };
  const { versionOf: configVersion } = configNews;
  const visitorSide = openVisitorSide(host, { ...served, ...endSide, configVersion });
  const { search } = searchSide;
  const supervision = openSupervision(host, { ...stores, ...attending, audit, gateway });
  const agentSide = openAgentSide(host, {
    ...served,
    ...watching,
    mayReadTranscript,
    search,
    supervision,
    tools,
    visitorSide,
  });
  const timers = await startTimers(host, {
    ...stores,
    ...attending,
    agentSide,
    isFileLost: databaseFile.isLost,
    isAtRest: async () => gateway.isEmpty() && !(await attending.sweepClock.hasDeadlines()),
    refreshers: [blockSide.blocks.sweep, ...attending.refreshers],
    purgeWhenDue: settingsSide.retention.purgeWhenDue,
  });

  const media = mediaSide.configureMedia;
  return {
    sites,
    settings,
    sightings,
    edge,
    mediaSide,
    tools,
    attachmentSide,
    blockSide,
    reportSide,
    settingsSide,
    configVersion,
    liveBoard: watching.liveBoard,
    mailer: endSide.mailer,
    reservations: mediaSide.reservations,
    auditSide: openAudit(host, {
      ...stores,
      ...blockSide,
      log: audit,
      media,
      reportSettings: reportSide.settings,
      settingsSide,
      tools: lists,
    }),
    ...openConfigure(host, { ...stores, ...attending, settingsSide, configNews }),
    selfCheck: openSelfCheck(strapi, {
      sites: sites.all,
      hours: settingsSide.hours.get,
      media: media.get,
      canSendMail: endSide.mailer.isConfigured,
      addressOf: edge.addressOf,
    }),
    stop: async () => {
      const parts = [timers, attachmentSide, searchSide, reportSide, endSide, databaseFile];
      await Promise.all(parts.map((part) => part.stop()));
      await edge.stop();
    },
  };
}
