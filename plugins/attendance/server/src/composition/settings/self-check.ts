import type { Core } from '@strapi/strapi';

import {
  createInstallationState,
  type KnownOfInstallation,
} from '../../adapters/settings/installation-state';
import { sameSecret } from '../../adapters/calls/same-secret';
import { mayChangeSettings } from '../../adapters/strapi/settings-permission';
import type { SelfCheckSide } from '../../controllers/settings/self-check';
import { judgeInstallation } from '../../domain/settings/self-check';

/** Assembles the self-check of the settings page "Verificação" and of monitors [F7]. */
export function openSelfCheck(strapi: Core.Strapi, known: KnownOfInstallation): SelfCheckSide {
  const readState = createInstallationState(strapi, known);
  const monitorToken = (): string => strapi.config.get<string>('plugin::attendance.monitorToken', '');
  return {
    check: async (request) => judgeInstallation(await readState(request)),
    mayAsk: async (token) =>
      (monitorToken() !== '' && sameSecret(token, monitorToken())) ||
      (await mayChangeSettings(strapi, token)),
  };
}
