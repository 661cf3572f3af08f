import { PUBLIC_HTTP_PREFIX } from '../../../plugins/attendance/protocol/shared/version';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import type { FrameAddress } from '../../bridge/frame-end';
import type { FactAction } from '../model/actions';

const TRY_AGAIN_AFTER_MS = 2_000;

/** The first time under the very address that the frame's page has told the browser to fetch beside the script. */
async function fetchConfig({ siteKey, locale }: FrameAddress, version?: number): Promise<PanelConfig> {
  const newer = version === undefined ? '' : `&version=${version}`;
  const answer = await fetch(`${PUBLIC_HTTP_PREFIX}/sites/${siteKey}/panel?locale=${locale}${newer}`);
  return ((await answer.json()) as { data: PanelConfig }).data;
}

export interface SiteConfigs {
  /** The first one; tried until it comes, which `excuse` is told of when it takes long. */
  first(excuse: () => void): Promise<PanelConfig>;
  /** Fetches the newer one that a fact tells of. One that does not come is told of again with the next connection. */
  follow(fact: FactAction, held: PanelConfig, take: (config: PanelConfig) => void): void;
}

export function openSiteConfigs(address: FrameAddress): SiteConfigs {
  const attempt = () => fetchConfig(address).catch(() => undefined);
  let pending = attempt();
  return {
    async first(excuse) {
      for (let isLate = false; ; isLate = true) {
        const config = await pending;
        if (config) return config;
        if (isLate) excuse();
        await new Promise((resume) => setTimeout(resume, TRY_AGAIN_AFTER_MS));
        pending = attempt();
      }
    },
    follow({ type, fact }, { version }, take) {
      if ((type === 'snapshot' || type === 'site:changed') && fact.siteVersion > version)
        fetchConfig(address, fact.siteVersion).then(take, () => {});
    },
  };
}
