import type { Context } from 'koa';
import type { z } from 'zod';

import { refuse } from './refuse';

/** The request's body by its schema; answers the refusal itself, and null, when it has another shape. */
export function parseBody<Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> | null {
  const body = schema.safeParse((ctx.request as { body?: unknown }).body);
  if (body.success) return body.data;
  const [issue] = body.error.issues;
  return refuse(ctx, 'bad_request', `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'wrong shape'}`);
}
