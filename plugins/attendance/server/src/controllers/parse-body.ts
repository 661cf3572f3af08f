import type { Context } from 'koa';
import type { z } from 'zod';

import type { Outcome } from '../application/outcome';
import { refuse } from './refuse';
import { readRowId } from './row-id';

/** Parses the request's body; responds with the refusal, and returns null, where it does not fit the schema. */
export function parseBody<Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> | null {
  const body = schema.safeParse((ctx.request as { body?: unknown }).body);
  if (body.success) return body.data;
  const [issue] = body.error.issues;
  return refuse(ctx, 'bad_request', `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'wrong shape'}`);
}

/** Parses the query of the address; responds with the refusal, and returns null, where it does not fit the schema. */
export function parseQuery<Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> | null {
  const query = schema.safeParse(ctx.query);
  if (query.success) return query.data;
  const [issue] = query.error.issues;
  return refuse(
    ctx,
    'bad_request',
    `${issue?.path.join('.') ?? 'query'}: ${issue?.message ?? 'wrong shape'}`,
  );
}

/** Parses the id in the path; responds with the refusal, and returns null, where it is none. */
export function parseId<Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> | null {
  const id = schema.safeParse(readRowId(pathId(ctx)));
  return id.success ? id.data : refuse(ctx, 'bad_request', 'id: decimal digits');
}

/** Returns the id in the path as it is; undefined where the route has none. */
export function pathId(ctx: Context): string | undefined {
  return (ctx['params'] as { id?: string }).id;
}

/** Parses the id in the path and the body; responds with the refusal, and returns null, where either does not fit. */
export function parseIdAndBody<IdSchema extends z.ZodType, BodySchema extends z.ZodType>(
  ctx: Context,
  idSchema: IdSchema,
  bodySchema: BodySchema,
): { id: z.output<IdSchema>; body: z.output<BodySchema> } | null {
  const id = parseId(ctx, idSchema);
  const body = id === null ? null : parseBody(ctx, bodySchema);
  return id === null || body === null ? null : { id, body };
}

export function answer<Data>(ctx: Context, outcome: Outcome<Data>, present: (data: Data) => unknown): void {
  if (outcome.ok) ctx.body = { data: present(outcome.data) };
  else refuse(ctx, outcome.code, outcome.reason);
}
