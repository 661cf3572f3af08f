/** How long another administrator's change may go unseen in a list to choose from. */
const FRESH_MS = 30_000;

interface Asked {
  readonly at: number;
  readonly answer: Promise<unknown>;
}

/** What was asked, by path, for the parts of this tab that ask for the same. */
const askedByPath = new Map<string, Asked>();

/** Returns the answer that is there or on its way, and asks where there is none; one that is not `ok` is not kept. */
export async function share<Answer extends { readonly ok: boolean }>(
  path: string,
  ask: () => Promise<Answer>,
  now: number = Date.now(),
): Promise<Answer> {
  const known = askedByPath.get(path);
  // A path has one type of answer.
  if (known !== undefined && now - known.at < FRESH_MS) return known.answer as Promise<Answer>;
  const asked = { at: now, answer: ask() };
  askedByPath.set(path, asked);
  const answer = await asked.answer;
  if (!answer.ok && askedByPath.get(path) === asked) askedByPath.delete(path);
  return answer;
}

/** Forgets every answer, after any change: an agent's departments, for one, stand in two lists. */
export function forgetShared(): void {
  askedByPath.clear();
}
