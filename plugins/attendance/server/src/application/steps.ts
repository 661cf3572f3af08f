/**
 * A script over the rows of one transaction, as a generator: `yield*` runs a step of it as `await` would. It yields what a database
 * makes it wait for; SQLite makes it wait for nothing, so a script runs to its end at once. Promises cost a quarter of the
 * messages per second (docs/decisions/transactions-as-generators.md).
 */
export type Steps<Result> = Generator<Promise<unknown>, Result, unknown>;
