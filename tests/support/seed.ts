/**
 * Returns the parameters of a property: SEED and RUNS of the environment repeat or lengthen it, and the seed is always
 * printed.
 */
export function propertyParameters(
  name: string,
  runs: number,
): { readonly numRuns: number; readonly seed: number } {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const numRuns = Number(process.env['RUNS'] ?? runs);
  process.stdout.write(`${name}: SEED=${seed} RUNS=${numRuns}\n`);
  return { seed, numRuns };
}
