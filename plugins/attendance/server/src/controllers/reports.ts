import type { Context } from 'koa';

import { reportFilterSchema } from '../../../protocol/reports/report-filter';
import { reportSettingsSchema } from '../../../protocol/reports/reports';
import type { AgentStore } from '../application/agents/ports';
import type { ReportSettingsStore } from '../application/reports/report-settings';
import type { Reports } from '../application/reports/reports';
import { actorOf } from './actor';
import { answer, parseBody, parseQuery } from './parse-body';
import { refuse } from './refuse';

export interface ReportSide {
  readonly reports: Reports;
  readonly settings: Pick<ReportSettingsStore, 'get' | 'update'>;
  readonly agents: Pick<AgentStore, 'findByUser'>;
}

/** Creates the controller of the reports [D1]: figures behind `plugin::attendance.reports`, an agent's own day behind `plugin::attendance.attend`. */
export function createReportsController(side: () => ReportSide) {
  return {
    async overview(ctx: Context): Promise<void> {
      const filter = parseQuery(ctx, reportFilterSchema);
      if (filter !== null) answer(ctx, await side().reports.overview(filter), same);
    },
    async agents(ctx: Context): Promise<void> {
      const filter = parseQuery(ctx, reportFilterSchema);
      if (filter !== null) answer(ctx, await side().reports.agents(filter), same);
    },
    async departments(ctx: Context): Promise<void> {
      const filter = parseQuery(ctx, reportFilterSchema);
      if (filter !== null) answer(ctx, await side().reports.groups('departments', filter), same);
    },
    async sites(ctx: Context): Promise<void> {
      const filter = parseQuery(ctx, reportFilterSchema);
      if (filter !== null) answer(ctx, await side().reports.groups('sites', filter), same);
    },
    async choices(ctx: Context): Promise<void> {
      answer(ctx, await side().reports.choices(), same);
    },
    async ownDay(ctx: Context): Promise<void> {
      const agent = await side().agents.findByUser(actorOf(ctx).userId ?? 0);
      // Who has never connected has no day yet.
      if (agent === null) return void refuse(ctx, 'not_found');
      answer(ctx, await side().reports.ownDay(agent.id), same);
    },
    async readSettings(ctx: Context): Promise<void> {
      ctx.body = { data: await side().settings.get() };
    },
    async updateSettings(ctx: Context): Promise<void> {
      const update = parseBody(ctx, reportSettingsSchema);
      if (update !== null) answer(ctx, await side().settings.update(update), same);
    },
  };
}

function same<Data>(data: Data): Data {
  return data;
}
