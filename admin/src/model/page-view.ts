// Which view of the agent's page is on screen stands in its address; what is searched does not: it is visitors' data.
const VIEW = 'view';
const SEARCH = 'search';

/** Returns whether a query string names the search. */
export function isSearchView(query: string): boolean {
  return new URLSearchParams(query).get(VIEW) === SEARCH;
}

/** Returns the query string with the search as its view; whatever else is in it is kept. */
export function withSearchView(query: string): string {
  const entries = new URLSearchParams(query);
  entries.set(VIEW, SEARCH);
  return entries.toString();
}

/** Returns the query string without a view, which shows the conversations. */
export function withoutView(query: string): string {
  const entries = new URLSearchParams(query);
  entries.delete(VIEW);
  return entries.toString();
}
