import { createAttendingUsers } from '../adapters/attending-users';
import { createConfigure, type Configure } from '../application/configure';
import type { DepartmentSettingsStore } from '../application/departments';
import { createSiteSettings, type SiteSettings } from '../application/site-settings';
import type { ShownNews } from '../gateway/shown-news';
import type { Attending } from './attending';
import type { Host } from './host';
import type { Stores } from './stores';

export interface ConfigureParts
  extends
    Pick<Stores, 'agents' | 'departments' | 'pictures' | 'settings' | 'sightings' | 'sites'>,
    Pick<Attending, 'announceSelf' | 'attend' | 'isAgentConnected'> {
  readonly departmentStore: DepartmentSettingsStore;
  readonly shownNews: ShownNews;
}

/** What admins set of the installation and of its sites. */
export function openConfigure(
  { strapi }: Host,
  { attend, departmentStore, shownNews, ...parts }: ConfigureParts,
): { readonly configure: Configure; readonly siteSettings: SiteSettings } {
  return {
    siteSettings: createSiteSettings({ ...parts, siteChanged: shownNews.siteChanged }),
    configure: createConfigure({
      ...parts,
      attendingUsers: createAttendingUsers(strapi),
      departmentsChanged: departmentStore.touch,
      capacityChanged: attend.assignWaiting,
      shownSettingsChanged: shownNews.settingsChanged,
    }),
  };
}
