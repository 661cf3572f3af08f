import type { Context } from 'koa';

import { agentIdSchema } from '../../../../protocol/schemas/ids';
import {
  agentUpdateSchema,
  generalSettingsSchema,
  type AgentSettings,
} from '../../../../protocol/settings/rest';
import type { Configure } from '../../application/settings/configure';
import type { AgentProfile } from '../../application/agents/ports';
import { toAgentSettings } from '../../presenters/agent';
import { answer, parseBody, parseIdAndBody } from '../parse-body';

/** Creates the controller of the settings, behind the permission `plugin::attendance.settings` [F4]. */
export function createConfigureController(configure: () => Configure) {
  const toSettings = (profile: AgentProfile): AgentSettings =>
    toAgentSettings(profile, configure().isAgentConnected(profile.id));
  return {
    async listAgents(ctx: Context): Promise<void> {
      ctx.body = { data: (await configure().agents()).map(toSettings) };
    },
    async updateAgent(ctx: Context): Promise<void> {
      const update = parseIdAndBody(ctx, agentIdSchema, agentUpdateSchema);
      if (update === null) return;
      answer(ctx, await configure().updateAgent(update.id, update.body), toSettings);
    },
    async readSettings(ctx: Context): Promise<void> {
      ctx.body = { data: await configure().settings() };
    },
    async updateSettings(ctx: Context): Promise<void> {
      const update = parseBody(ctx, generalSettingsSchema);
      if (update === null) return;
      answer(ctx, await configure().updateSettings(update), (settings) => settings);
    },
  };
}
