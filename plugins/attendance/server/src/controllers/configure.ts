import type { Context } from 'koa';
import { z } from 'zod';

import { agentIdSchema } from '../../../protocol/ids';
import { agentUpdateSchema, departmentCreateSchema, generalSettingsSchema } from '../../../protocol/rest';
import type { Configure } from '../application/configure';
import { toAgentSettings } from '../presenters/agent';
import { answer, parseIdAndBody as parse } from './parse-body';

/** What admins read and set, behind the permission `plugin::attendance.settings` [F4]. */
export function createConfigureController(configure: () => Configure) {
  return {
    async listAgents(ctx: Context): Promise<void> {
      ctx.body = { data: (await configure().agents()).map(toAgentSettings) };
    },
    async updateAgent(ctx: Context): Promise<void> {
      const update = parse(ctx, agentIdSchema, agentUpdateSchema);
      if (update === null) return;
      answer(ctx, await configure().updateAgent(update.id, update.body), toAgentSettings);
    },
    async readSettings(ctx: Context): Promise<void> {
      ctx.body = { data: await configure().settings() };
    },
    async updateSettings(ctx: Context): Promise<void> {
      const update = parse(ctx, z.undefined(), generalSettingsSchema);
      if (update === null) return;
      answer(ctx, await configure().updateSettings(update.body), (settings) => settings);
    },
    async listDepartments(ctx: Context): Promise<void> {
      ctx.body = { data: { departments: await configure().departments() } };
    },
    async createDepartment(ctx: Context): Promise<void> {
      const create = parse(ctx, z.undefined(), departmentCreateSchema);
      if (create === null) return;
      answer(ctx, await configure().createDepartment(create.body), (department) => department);
    },
  };
}
