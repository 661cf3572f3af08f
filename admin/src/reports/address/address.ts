import { reportInteractionsQuerySchema } from '../../../../plugins/attendance/protocol/reports/report-filter';
import { daysOf, PRESETS, type Days, type Preset } from './periods';

/** Filters of every report, beside the period, by their names in the address. */
export const FILTERS = ['channel', 'siteId', 'departmentId', 'agentId', 'tagId', 'origin'] as const;
export type FilterName = (typeof FILTERS)[number];

/** Conditions by which a figure selects the interactions behind it. */
export const CONDITIONS = [
  'outcome',
  'endedBy',
  'has',
  'level',
  'measured',
  'rating',
  'raised',
  'weekday',
  'hour',
  'own',
  'handedTo',
] as const;
export type ConditionName = (typeof CONDITIONS)[number];

export type Filters = Readonly<Partial<Record<FilterName, string>>>;
export type Conditions = Readonly<Partial<Record<ConditionName, string>>>;

/** What a report is asked for, as its address has it: what can be sent to a colleague. */
export interface ReportAddress {
  /** A period by its name, counted from today, or its days. */
  readonly period: Preset | Days;
  readonly filters: Filters;
  /** Conditions of the list of interactions; other reports have none. */
  readonly conditions: Conditions;
}

export const DEFAULT_PERIOD: Preset = 'last-30';

const { shape } = reportInteractionsQuerySchema;

/** Reads an address. What no report understands is left out, as if it were not there. */
export function readAddress(search: URLSearchParams): ReportAddress {
  const filters = pick(search, FILTERS);
  return {
    period: readPeriod(search),
    filters,
    conditions: within(filters, pick(search, CONDITIONS)),
  };
}

/** Returns the conditions that say something beside these filters: what an agent did themselves does not without the agent. */
function within(filters: Filters, conditions: Conditions): Conditions {
  if (filters.agentId !== undefined) return conditions;
  const { handedTo: _, own: __, ...others } = conditions;
  return others;
}

/** Returns the search of an address; `readAddress` returns the same again. */
export function writeAddress({ conditions, filters, period }: ReportAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (typeof period !== 'string') {
    search.set('from', period.from);
    search.set('to', period.to);
  } else if (period !== DEFAULT_PERIOD) search.set('period', period);
  setAll(search, FILTERS, filters);
  setAll(search, CONDITIONS, within(filters, conditions));
  return search;
}

export function periodOf({ period }: ReportAddress, today: string): Days {
  return typeof period === 'string' ? daysOf(period, today) : period;
}

/** Returns the query by which the server is asked; the same report has the same one. */
export function queryOf(address: ReportAddress, today: string): URLSearchParams {
  const { from, to } = periodOf(address, today);
  const query = new URLSearchParams({ from, to });
  setAll(query, FILTERS, address.filters);
  setAll(query, CONDITIONS, address.conditions);
  return query;
}

function readPeriod(search: URLSearchParams): Preset | Days {
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  return PRESETS.find((preset) => preset === search.get('period')) ?? DEFAULT_PERIOD;
}

export function isDay(text: string): boolean {
  return shape.from.safeParse(text).success;
}

function pick<Name extends FilterName | ConditionName>(
  search: URLSearchParams,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const known: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = search.get(name) ?? '';
    if (value !== '' && shape[name].safeParse(value).success) known[name] = value;
  }
  return known;
}

function setAll<Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
  values: Readonly<Partial<Record<Name, string>>>,
): void {
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) search.set(name, value);
  }
}
