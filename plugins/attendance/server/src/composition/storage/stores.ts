import { createAgentReader } from '../../adapters/agents/agent-reader';
import { createDepartmentStore } from '../../adapters/departments/department-store';
import { createOfflineMessageReader } from '../../adapters/offline-messages/offline-message-reader';
import { createPictures } from '../../adapters/strapi/pictures';
import { createReportSettingsStore } from '../../adapters/settings/report-settings-store';
import { createSettingsStore } from '../../adapters/settings/settings-store';
import { createSightingStore } from '../../adapters/settings/sighting-store';
import { createSiteStore } from '../../adapters/settings/site-store';
import { createAgentStore } from '../../application/agents/agent-store';
import { createOfflineMessageStore } from '../../application/offline-messages/offline-message-store';
import type { OfflineMessageStore } from '../../application/offline-messages/offline-messages';
import type { Pictures } from '../../application/settings/pictures';
import type { AgentStore } from '../../application/agents/ports';
import { createSightings, type Sightings } from '../../application/settings/sightings';
import type { ReportSettingsStore } from '../../application/reports/report-settings';
import type { DepartmentStore, SettingsStore, SiteStore } from '../../application/settings/sites';
import type { VisitorStore } from '../../application/visitors/ports';
import type { Host } from '../host';
import { openVisitors } from './visitors';
import { openInteractions, type InteractionSide } from './interactions';

/** Stores that several parts use; none of them reads before it is asked. */
export interface Stores extends InteractionSide {
  readonly sites: SiteStore;
  readonly settings: SettingsStore;
  readonly reportSettings: ReportSettingsStore;
  readonly departments: DepartmentStore;
  readonly agents: AgentStore;
  readonly visitors: VisitorStore;
  readonly offlineMessageStore: OfflineMessageStore;
  readonly pictures: Pictures;
  readonly sightings: Sightings;
}

export function openStores({ clock, first, knex, sql, strapi }: Host): Stores {
  const interactionSide = openInteractions(knex, clock);
  const { database } = interactionSide;
  return {
    ...interactionSide,
    sites: createSiteStore(sql, first),
    settings: createSettingsStore(sql, first),
    reportSettings: createReportSettingsStore(sql),
    departments: createDepartmentStore(sql),
    agents: createAgentStore(database, createAgentReader(sql), clock),
    visitors: openVisitors(sql, database),
    offlineMessageStore: createOfflineMessageStore(database, createOfflineMessageReader(sql)),
    pictures: createPictures(strapi),
    sightings: createSightings(createSightingStore(sql), clock),
  };
}
