/** Time for which another administrator's change may go unseen in a list to choose from, in ms. */
const FRESH_MS = 30_000;

interface Asked {
  readonly at: number;
  readonly answer: Promise<unknown>;
}

/** Requests by path, shared by the parts of this tab that read the same route. */
const askedByPath = new Map<string, Asked>();

/**
 * Returns the response that is held or on its way, and sends the request otherwise; one that is not `ok` is not kept.
 */
export async function share<Answer extends { readonly ok: boolean }>(
  path: string,
  ask: () => Promise<Answer>,
  now: number = Date.now(),
): Promise<Answer> {
  const known = askedByPath.get(path);
  // A path has one type of response.
  if (known !== undefined && now - known.at < FRESH_MS) return known.answer as Promise<Answer>;
  const asked = { at: now, answer: ask() };
  askedByPath.set(path, asked);
  const answer = await asked.answer;
  if (!answer.ok && askedByPath.get(path) === asked) askedByPath.delete(path);
  return answer;
}

/** Drops every shared response, after any change: an agent's departments, for one, are in two lists. */
export function forgetShared(): void {
  askedByPath.clear();
}
