import type { Context } from 'koa';
import { z } from 'zod';

import { agentIdSchema, siteIdSchema } from '../../../protocol/ids';
import {
  agentUpdateSchema,
  departmentCreateSchema,
  generalSettingsSchema,
  siteUpdateSchema,
} from '../../../protocol/rest';
import type { Configure } from '../application/configure';
import type { Outcome } from '../application/ports';
import { toAgentSettings } from '../presenters/agent';
import { toSiteSettings } from '../presenters/site';
import { parseBody } from './parse-body';
import { refuse } from './refuse';

/** What admins read and set, behind the permission `plugin::attendance.settings` [F4]. */
export function createConfigureController(configure: () => Configure) {
  return {
    async listSites(ctx: Context): Promise<void> {
      ctx.body = { data: (await configure().sites()).map(toSiteSettings) };
    },
    async updateSite(ctx: Context): Promise<void> {
      const update = parse(ctx, siteIdSchema, siteUpdateSchema);
      if (update === null) return;
      answer(ctx, await configure().updateSite(update.id, update.body), toSiteSettings);
    },
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

/** Shape of the id in the path and of the body; answers the refusal itself, and null, when one is wrong. */
function parse<IdSchema extends z.ZodType, BodySchema extends z.ZodType>(
  ctx: Context,
  idSchema: IdSchema,
  bodySchema: BodySchema,
): { id: z.output<IdSchema>; body: z.output<BodySchema> } | null {
  const given = (ctx['params'] as { id?: string }).id;
  const id = idSchema.safeParse(given === undefined ? undefined : Number(given));
  if (!id.success) return refuse(ctx, 'not_found');
  const body = parseBody(ctx, bodySchema);
  return body === null ? null : { id: id.data, body };
}

function answer<Data>(ctx: Context, outcome: Outcome<Data>, present: (data: Data) => unknown): void {
  if (outcome.ok) ctx.body = { data: present(outcome.data) };
  else refuse(ctx, outcome.code);
}
