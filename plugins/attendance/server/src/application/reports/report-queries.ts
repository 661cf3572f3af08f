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

export interface GroupsQuery {
  readonly by: 'departments' | 'sites';
  readonly selection: ReportSelection;
}

export interface AgentsQuery {
  readonly selection: ReportSelection;
  /** Business hours within the period; null where it is always open. */
  readonly open: readonly Span[] | null;
  /** What goes on counts until then. */
  readonly now: number;
}

export type FilterChoices = Pick<ReportChoices, 'agents' | 'departments' | 'sites' | 'tags'>;

/** Reads reports beside the chat. `unavailable`: too many are read at once, or this one takes too long. */
export interface ReportReader {
  overview(query: OverviewQuery): Promise<Outcome<OverviewFigures>>;
  groups(query: GroupsQuery): Promise<Outcome<GroupRow[]>>;
  agents(query: AgentsQuery): Promise<Outcome<AgentRow[]>>;
  handOvers(selection: ReportSelection): Promise<Outcome<HandOver[]>>;
  choices(): Promise<Outcome<FilterChoices>>;
}
