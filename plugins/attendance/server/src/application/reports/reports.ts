import type { AgentId } from '../../../../protocol/schemas/ids';
import type { ReportFilter } from '../../../../protocol/reports/report-filter';
import type {
  AgentReport,
  AgentRow,
  GroupReport,
  GroupRow,
  Overview,
  OwnDay,
  ReportChoices,
} from '../../../../protocol/reports/reports';
import { lookUp, rangeBefore } from '../../domain/reports/calendar';
import { openSpans } from '../../domain/settings/hours';
import type { Outcome } from '../outcome';
import type { AgentFigures, AgentsPeriod, GroupsQuery, ReportReader } from './report-queries';
import { cutNow, type ReportCut, type ScopePorts } from './scope';

/** Reports for the admin panel [D1]. `unavailable`: too many are read at once, or this one takes too long. */
export interface Reports {
  overview(filter: ReportFilter): Promise<Outcome<Overview>>;
  agents(filter: ReportFilter): Promise<Outcome<AgentReport>>;
  groups(by: GroupsQuery['by'], filter: ReportFilter): Promise<Outcome<GroupReport>>;
  /** Rows without those of the period before, for an export. */
  agentRows(this: void, filter: ReportFilter): Promise<Outcome<readonly AgentRow[]>>;
  groupRows(by: GroupsQuery['by'], filter: ReportFilter): Promise<Outcome<readonly GroupRow[]>>;
  choices(): Promise<Outcome<ReportChoices>>;
  /** Today's figures of one agent, for themselves. */
  ownDay(agentId: AgentId): Promise<Outcome<OwnDay>>;
}

export interface ReportPorts extends ScopePorts {
  readonly reader: ReportReader;
}

export function createReports({ reader, ...ports }: ReportPorts): Reports {
  const periodOf = (cut: ReportCut, filter: ReportFilter): AgentsPeriod => {
    const selection = cut.select(filter);
    // Of each day it is asked several times which offset the zone has: the list is far cheaper than the zone.
    const open = openSpans(
      cut.hours,
      cut.hours.timeZone === cut.timeZone ? lookUp(selection.offsets) : ports.offsetIn(cut.hours.timeZone),
      { from: selection.since, to: selection.until },
    );
    return { selection, open };
  };
  const agentsAlone = (cut: ReportCut, filter: ReportFilter): Promise<Outcome<AgentFigures>> =>
    reader.agents({ ...periodOf(cut, filter), before: null, now: cut.now });
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
    agents: async (filter) => {
      const cut = await cutNow(ports);
      const range = rangeBefore(filter);
      const before = periodOf(cut, { ...filter, ...range });
      const figures = await reader.agents({ ...periodOf(cut, filter), before, now: cut.now });
      return withScope(figures, cut, filter, ({ before: rows, ...shown }) => ({
        ...shown,
        before: { ...range, rows },
      }));
    },
    agentRows: async (filter) => rowsOf(await agentsAlone(await cutNow(ports), filter)),
    groups: async (by, filter) => {
      const cut = await cutNow(ports);
      const range = rangeBefore(filter);
      const before = cut.select({ ...filter, ...range });
      const figures = await reader.groups({ by, selection: cut.select(filter), before });
      return withScope(figures, cut, filter, (read) => ({
        rows: read.rows,
        before: { ...range, rows: read.before },
      }));
    },
    groupRows: async (by, filter) => {
      const { select } = await cutNow(ports);
      return rowsOf(await reader.groups({ by, selection: select(filter), before: null }));
    },
    choices: async () => {
      const { timeZone, today } = await cutNow(ports);
      const outcome = await reader.choices();
      return outcome.ok ? { ok: true, data: { ...outcome.data, today, timeZone } } : outcome;
    },
    ownDay: async (agentId) => {
      const cut = await cutNow(ports);
      const filter = { from: cut.today, to: cut.today, agentId };
      return withScope(await agentsAlone(cut, filter), cut, filter, ({ rows }) => ({ rows }));
    },
  };
}

function rowsOf<Row>(outcome: Outcome<{ readonly rows: readonly Row[] }>): Outcome<readonly Row[]> {
  return outcome.ok ? { ok: true, data: outcome.data.rows } : outcome;
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
