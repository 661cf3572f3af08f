/** Problems by path, such as `form.fields.2`: a code of ours, or zod's own. */
export type Problems = ReadonlyMap<string, string>;

export const NO_PROBLEMS: Problems = new Map();

/** A schema of the protocol, as far as a screen needs to know it. */
interface Schema {
  safeParse(value: unknown): { readonly error?: { readonly issues: readonly Issue[] } | undefined };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Returns the faults for which the server would refuse a draft, by its own schema; of several in one place, the first.
 */
export function problemsOf(schema: Schema, draft: unknown): Problems {
  const problems = new Map<string, string>();
  for (const { code, params, path } of schema.safeParse(draft).error?.issues ?? []) {
    const place = path.map(String).join('.');
    const fault = params?.['fault'];
    if (!problems.has(place)) problems.set(place, typeof fault === 'string' ? fault : (code ?? 'invalid'));
  }
  return problems;
}

/** Returns whether anything is wrong at a place or inside of it. */
export function isWrongWithin(problems: Problems, place: string): boolean {
  return [...problems.keys()].some((path) => path === place || path.startsWith(`${place}.`));
}
