import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { ReportInteractionsQuery } from '../../../../protocol/reports/report-filter';
import type { ReportInteraction, ReportInteractions } from '../../../../protocol/reports/reports';
import type { Outcome } from '../outcome';
import type { ReportSelection } from './report-scope';
import type { ReportCut } from './scope';

/** How reports are cut at this moment: filters become what adapters select by. */
export type CutNow = () => Promise<Pick<ReportCut, 'now' | 'offsetAt' | 'select' | 'scopeOf' | 'timeZone'>>;

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

/** Asks for one interaction that is over. */
export interface InteractionQuery {
  readonly id: InteractionId;
  /** Whether who asks may see IP addresses [X1]. */
  readonly seesIp: boolean;
}

/** Resolves to one interaction that is over, whatever the filters; `not_found` where there is none [Z165]. */
export type ReportOne = (query: InteractionQuery) => Promise<Outcome<ReportInteraction>>;

export interface ReportTablePorts {
  readonly cutNow: CutNow;
  readonly read: ReadInteractions;
}

/** Returns one page of the table of interactions, with how many rows fit altogether [D2]. */
export type ReportTable = (
  query: ReportInteractionsQuery,
  seesIp: boolean,
) => Promise<Outcome<ReportInteractions>>;

export function createReportTable({ cutNow, read }: ReportTablePorts): ReportTable {
  return async ({ offset, order, sort, ...filter }, seesIp) => {
    const cut = await cutNow();
    const page = await read({ selection: cut.select(filter), sort, order, offset, seesIp });
    if (!page.ok) return page;
    return { ok: true, data: { scope: await cut.scopeOf(filter), ...page.data } };
  };
}

export function createReportOne(
  read: (query: InteractionQuery) => Promise<Outcome<ReportInteraction | null>>,
): ReportOne {
  return async (query) => {
    const found = await read(query);
    if (!found.ok) return found;
    return found.data === null ? { ok: false, code: 'not_found' } : { ok: true, data: found.data };
  };
}
