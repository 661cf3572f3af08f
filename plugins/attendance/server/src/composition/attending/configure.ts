import { createAttendingUsers } from '../../adapters/agents/attending-users';
import { createConfigure, type Configure } from '../../application/settings/configure';
import { createSiteSettings, type SiteSettings } from '../../application/settings/site-settings';
import type { ConfigNews } from '../../gateway/publish/config-news';
import type { Attending } from './attending';
import type { Host } from '../host';
import type { SettingsSide } from '../settings/settings';
import type { Stores } from '../storage/stores';

export interface ConfigureParts
  extends
    Pick<Stores, 'agents' | 'departments' | 'pictures' | 'settings' | 'sightings' | 'sites'>,
    Pick<Attending, 'announceSelf' | 'attend' | 'isAgentConnected'> {
  readonly settingsSide: Pick<SettingsSide, 'departmentStore'>;
  readonly configNews: ConfigNews;
}

/** Assembles the settings that admins change, of the installation and of its sites. */
export function openConfigure(
  { strapi }: Host,
  { attend, settingsSide, configNews, ...parts }: ConfigureParts,
): { readonly configure: Configure; readonly siteSettings: SiteSettings } {
  return {
    siteSettings: createSiteSettings({ ...parts, siteChanged: configNews.siteChanged }),
    configure: createConfigure({
      ...parts,
      attendingUsers: createAttendingUsers(strapi),
      departmentsChanged: settingsSide.departmentStore.touch,
      capacityChanged: attend.assignWaiting,
      configChanged: configNews.settingsChanged,
    }),
  };
}
