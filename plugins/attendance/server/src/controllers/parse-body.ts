import type { Context } from 'koa';
import type { z } from 'zod';

import type { Outcome } from '../application/ports';
import { refuse } from './refuse';

/** The request's body by its schema; answers the refusal itself, and null, when it has another shape. */
export function parseBody<Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> | null {
  const body = schema.safeParse((ctx.request as { body?: unknown }).body);
  if (body.success) return body.data;
  const [issue] = body.error.issues;
  return refuse(ctx, 'bad_request', `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'wrong shape'}`);
}

/** Shape of the id in the path and of the body; answers the refusal itself, and null, when one is wrong. */
export function parseIdAndBody<IdSchema extends z.ZodType, BodySchema extends z.ZodType>(
  ctx: Context,
  idSchema: IdSchema,
  bodySchema: BodySchema,
): { id: z.output<IdSchema>; body: z.output<BodySchema> } | null {
  const given = (ctx['params'] as { id?: string }).id;
  const id = idSchema.safeParse(given === undefined ? undefined : Number(given));
  if (!id.success) return refuse(ctx, 'not_found');
  const body = parseBody(ctx, bodySchema);
  return body === null ? null : { id: id.data, body };
}

export function answer<Data>(ctx: Context, outcome: Outcome<Data>, present: (data: Data) => unknown): void {
  if (outcome.ok) ctx.body = { data: present(outcome.data) };
  else refuse(ctx, outcome.code, outcome.reason);
}
