import type {
  ReportConditions,
  ReportFilter,
  ReportInteractionsQuery,
} from '../../../../protocol/reports/report-filter';
import type { ReportInteraction, ReportInteractions, ReportScope } from '../../../../protocol/reports/reports';
import type { Outcome } from '../outcome';
import type { ReportSelection } from './report-scope';

/** Resolves a filter into what the adapters select by: days become instants of the report's time zone. */
export type ResolveSelection = (query: ReportFilter & ReportConditions) => Promise<ReportSelection>;

/** Resolves what is said beside a report of this filter. */
export type ResolveScope = (query: ReportFilter) => Promise<Outcome<ReportScope>>;

/** One page of the interactions of a selection. */
export interface InteractionsOrder extends Pick<ReportInteractionsQuery, 'sort' | 'order' | 'offset'> {
  readonly selection: ReportSelection;
  /** Whether who asks may see IP addresses [X1]. */
  readonly seesIp: boolean;
}

export interface InteractionsPage extends Omit<ReportInteractions, 'scope' | 'rows'> {
  readonly rows: ReportInteraction[];
}

/** Interactions that are over, read beside the chat. `unavailable`: too many ask at once. */
export type ReadInteractions = (order: InteractionsOrder) => Promise<Outcome<InteractionsPage>>;

export interface ReportTablePorts {
  readonly resolve: ResolveSelection;
  readonly scopeOf: ResolveScope;
  readonly read: ReadInteractions;
}

/** Returns one page of the table of interactions, with how many rows fit altogether [D2]. */
export type ReportTable = (
  query: ReportInteractionsQuery,
  seesIp: boolean,
) => Promise<Outcome<ReportInteractions>>;

export function createReportTable({ read, resolve, scopeOf }: ReportTablePorts): ReportTable {
  return async (query, seesIp) => {
    const { offset, order, sort } = query;
    const selection = await resolve(query);
    const [scope, page] = await Promise.all([
      scopeOf(query),
      read({ selection, sort, order, offset, seesIp }),
    ]);
    if (!scope.ok) return scope;
    return page.ok ? { ok: true, data: { ...page.data, scope: scope.data } } : page;
  };
}
