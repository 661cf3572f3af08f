import type {
  AgentRow,
  GroupRow,
  HandOver,
  Overview,
  ReportChoices,
} from '../../../../protocol/reports/reports';
import type { Span } from '../../domain/settings/hours';
import type { Outcome } from '../outcome';
import type { ReportSelection } from './report-scope';

/** Query of the overview: a period, and the one before it. */
export interface OverviewQuery {
  readonly selection: ReportSelection;
  readonly before: ReportSelection;
}

/** What the overview shows of both periods; the days of the period in its own order. */
export interface OverviewFigures extends Pick<
  Overview,
  'figures' | 'days' | 'hours' | 'origins' | 'tags' | 'offlineMessages'
> {
  readonly before: Pick<Overview, 'figures' | 'offlineMessages'>;
}

/** Rows of a period, and of the one before it where that was asked for. */
export interface Compared<Row> {
  readonly rows: Row[];
  readonly before: Row[];
}

export interface GroupsQuery {
  readonly by: 'departments' | 'sites';
  readonly selection: ReportSelection;
  /** The period to compare with; null for none. */
  readonly before: ReportSelection | null;
}

/** A period of agents' work. */
export interface AgentsPeriod {
  readonly selection: ReportSelection;
  /** Business hours within the period; null where it is always open. */
  readonly open: readonly Span[] | null;
}

export interface AgentsQuery extends AgentsPeriod {
  /** The period to compare with; null for none. */
  readonly before: AgentsPeriod | null;
  /** What goes on counts until then. */
  readonly now: number;
}

export interface AgentFigures extends Compared<AgentRow> {
  /** Who handed on to whom in the period. */
  readonly handOvers: HandOver[];
}

export type FilterChoices = Pick<ReportChoices, 'agents' | 'departments' | 'sites' | 'tags'>;

/** Reads reports beside the chat. `unavailable`: too many are read at once, or this one takes too long. */
export interface ReportReader {
  overview(query: OverviewQuery): Promise<Outcome<OverviewFigures>>;
  groups(query: GroupsQuery): Promise<Outcome<Compared<GroupRow>>>;
  agents(query: AgentsQuery): Promise<Outcome<AgentFigures>>;
  choices(): Promise<Outcome<FilterChoices>>;
}
