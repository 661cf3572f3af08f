import { createAgentStore } from '../adapters/agent-store';
import { createDepartmentStore } from '../adapters/department-store';
import { createOfflineMessageStore } from '../adapters/offline-message-store';
import { createPictures } from '../adapters/pictures';
import { createSettingsStore } from '../adapters/settings-store';
import { createSightingStore } from '../adapters/sighting-store';
import { createSiteStore } from '../adapters/site-store';
import { createVisitorStore } from '../adapters/visitor-store';
import type { OfflineMessageStore } from '../application/offline-messages';
import type { Pictures } from '../application/pictures';
import type { AgentStore } from '../application/ports';
import { createSightings, type Sightings } from '../application/sightings';
import type { DepartmentStore, SettingsStore, SiteStore } from '../application/sites';
import type { VisitorStore } from '../application/visitors';
import type { Host } from './host';
import { openInteractions, type InteractionSide } from './interactions';

/** What is stored and several parts use; none of it reads before it is asked. */
export interface Stores extends InteractionSide {
  readonly sites: SiteStore;
  readonly settings: SettingsStore;
  readonly departments: DepartmentStore;
  readonly agents: AgentStore;
  readonly visitors: VisitorStore;
  readonly offlineMessageStore: OfflineMessageStore;
  readonly pictures: Pictures;
  readonly sightings: Sightings;
}

export function openStores({ clock, first, knex, strapi }: Host): Stores {
  return {
    ...openInteractions(knex, clock),
    sites: createSiteStore(knex, first),
    settings: createSettingsStore(knex, first),
    departments: createDepartmentStore(knex),
    agents: createAgentStore(knex),
    visitors: createVisitorStore(knex),
    offlineMessageStore: createOfflineMessageStore(knex),
    pictures: createPictures(strapi),
    sightings: createSightings(createSightingStore(knex), clock),
  };
}
