import { PUBLIC_HTTP_PREFIX } from '../../../plugins/attendance/protocol/shared/version';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import type { FrameAddress } from '../../bridge/frame-end';
import type { FactAction } from '../model/actions';

const TRY_AGAIN_AFTER_MS = 2_000;

/** Fetches the panel's settings. Without `version` the address is the one that the frame's page preloads beside the script. */
async function fetchConfig({ siteKey, locale }: FrameAddress, version?: number): Promise<PanelConfig> {
  const newer = version === undefined ? '' : `&version=${version}`;
  const answer = await fetch(`${PUBLIC_HTTP_PREFIX}/sites/${siteKey}/panel?locale=${locale}${newer}`);
  return ((await answer.json()) as { data: PanelConfig }).data;
}

export interface SiteConfigs {
  /** Resolves with the first settings and retries until they come; `excuse` is called after every failure but the first. */
  first(excuse: () => void): Promise<PanelConfig>;
  /** Fetches newer settings when a fact announces them. If that fails, the next connection announces them again. */
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
