import type { AgentId } from '../../../../protocol/schemas/ids';
import type { ReportFilter } from '../../../../protocol/reports/report-filter';
import type { AgentReport, GroupReport, Overview, ReportChoices } from '../../../../protocol/reports/reports';
import { lookUp, rangeBefore } from '../../domain/reports/calendar';
import { openSpans } from '../../domain/settings/hours';
import type { Outcome } from '../outcome';
import type { GroupsQuery, ReportReader } from './report-queries';
import { cutNow, type ReportCut, type ScopePorts } from './scope';

/** Reports for the admin panel [D1]. `unavailable`: too many are read at once, or this one takes too long. */
export interface Reports {
  overview(filter: ReportFilter): Promise<Outcome<Overview>>;
  agents(filter: ReportFilter): Promise<Outcome<AgentReport>>;
  groups(by: GroupsQuery['by'], filter: ReportFilter): Promise<Outcome<GroupReport>>;
  choices(): Promise<Outcome<ReportChoices>>;
  /** Today's figures of one agent, for themselves. */
  ownDay(agentId: AgentId): Promise<Outcome<AgentReport>>;
}

export interface ReportPorts extends ScopePorts {
  readonly reader: ReportReader;
}

export function createReports({ reader, ...ports }: ReportPorts): Reports {
  const agentsOf = async (cut: ReportCut, filter: ReportFilter): Promise<Outcome<AgentReport>> => {
    const selection = cut.select(filter);
    const period = { from: selection.since, to: selection.until };
    // Of each day it is asked several times which offset the zone has: the list is far cheaper than the zone.
    const open = openSpans(
      cut.hours,
      cut.hours.timeZone === cut.timeZone ? lookUp(selection.offsets) : ports.offsetIn(cut.hours.timeZone),
      period,
    );
    const rows = await reader.agents({ selection, open, now: cut.now });
    return withScope(rows, cut, filter, (data) => ({ rows: data }));
  };
  return {
    overview: async (filter) => {
      const cut = await cutNow(ports);
      const range = rangeBefore(filter);
      const selection = cut.select(filter);
      const figures = await reader.overview({ selection, before: cut.select({ ...filter, ...range }) });
      return withScope(figures, cut, filter, ({ before, ...shown }) => ({
        ...shown,
        before: { ...range, ...before },
      }));
    },
    agents: async (filter) => agentsOf(await cutNow(ports), filter),
    groups: async (by, filter) => {
      const cut = await cutNow(ports);
      const rows = await reader.groups({ by, selection: cut.select(filter) });
      return withScope(rows, cut, filter, (data) => ({ rows: data }));
    },
    choices: async () => {
      const { timeZone, today } = await cutNow(ports);
      const outcome = await reader.choices();
      return outcome.ok ? { ok: true, data: { ...outcome.data, today, timeZone } } : outcome;
    },
    ownDay: async (agentId) => {
      const cut = await cutNow(ports);
      return agentsOf(cut, { from: cut.today, to: cut.today, agentId });
    },
  };
}

async function withScope<Read, Shown extends object>(
  outcome: Outcome<Read>,
  cut: ReportCut,
  filter: ReportFilter,
  show: (data: Read) => Shown,
): Promise<Outcome<Shown & Pick<Overview, 'scope'>>> {
  if (!outcome.ok) return outcome;
  return { ok: true, data: { scope: await cut.scopeOf(filter), ...show(outcome.data) } };
}
