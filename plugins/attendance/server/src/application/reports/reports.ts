import type { AgentId } from '../../../../protocol/schemas/ids';
import type { ReportFilter } from '../../../../protocol/reports/report-filter';
import type {
  AgentReport,
  AgentRow,
  GroupReport,
  Overview,
  OwnDay,
  ReportChoices,
} from '../../../../protocol/reports/reports';
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
  ownDay(agentId: AgentId): Promise<Outcome<OwnDay>>;
}

export interface ReportPorts extends ScopePorts {
  readonly reader: ReportReader;
}

export function createReports({ reader, ...ports }: ReportPorts): Reports {
  const rowsOf = async (cut: ReportCut, filter: ReportFilter): Promise<Outcome<AgentRow[]>> => {
    const selection = cut.select(filter);
    const period = { from: selection.since, to: selection.until };
    // Of each day it is asked several times which offset the zone has: the list is far cheaper than the zone.
    const open = openSpans(
      cut.hours,
      cut.hours.timeZone === cut.timeZone ? lookUp(selection.offsets) : ports.offsetIn(cut.hours.timeZone),
      period,
    );
    return reader.agents({ selection, open, now: cut.now });
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
    agents: async (filter) => {
      const cut = await cutNow(ports);
      const handOvers = await reader.handOvers(cut.select(filter));
      if (!handOvers.ok) return handOvers;
      const report = await compared(cut, filter, (part) => rowsOf(cut, part));
      return report.ok ? { ok: true, data: { ...report.data, handOvers: handOvers.data } } : report;
    },
    groups: async (by, filter) => {
      const cut = await cutNow(ports);
      return compared(cut, filter, (part) => reader.groups({ by, selection: cut.select(part) }));
    },
    choices: async () => {
      const { timeZone, today } = await cutNow(ports);
      const outcome = await reader.choices();
      return outcome.ok ? { ok: true, data: { ...outcome.data, today, timeZone } } : outcome;
    },
    ownDay: async (agentId) => {
      const cut = await cutNow(ports);
      const filter = { from: cut.today, to: cut.today, agentId };
      return withScope(await rowsOf(cut, filter), cut, filter, (rows) => ({ rows }));
    },
  };
}

/** Resolves to the rows of a filter beside those of as many days before. */
async function compared<Row>(
  cut: ReportCut,
  filter: ReportFilter,
  read: (filter: ReportFilter) => Promise<Outcome<Row[]>>,
): Promise<
  Outcome<
    Pick<Overview, 'scope'> & {
      readonly rows: Row[];
      readonly before: Pick<Overview['before'], 'from' | 'to'> & { readonly rows: Row[] };
    }
  >
> {
  const range = rangeBefore(filter);
  const before = await read({ ...filter, ...range });
  if (!before.ok) return before;
  return withScope(await read(filter), cut, filter, (rows) => ({
    rows,
    before: { ...range, rows: before.data },
  }));
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
