import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { z } from 'zod';

import { rowIdSchema } from '../../../../protocol/schemas/ids';
import {
  cannedResponseCreateSchema,
  cannedResponseUpdateSchema,
  customFieldCreateSchema,
  customFieldOrderSchema,
  customFieldUpdateSchema,
  tagCreateSchema,
  tagUpdateSchema,
} from '../../../../protocol/tools/tools';
import type { Outcome } from '../../application/outcome';
import type { AgentTools, Collection } from '../../application/tools/tools';
import { parseBody, parseId } from '../parse-body';
import { refuse } from '../refuse';

interface CollectionSchemas<Draft> {
  readonly create: z.ZodType<Draft>;
  readonly update: z.ZodType<Draft & { readonly version: number }>;
}

/** A list that admins keep, behind the permission `plugin::attendance.settings` [F4]. */
function createCollectionController<Entity extends { readonly id: number; readonly version: number }, Draft>(
  collection: () => Collection<Entity, Draft>,
  schemas: CollectionSchemas<Draft>,
) {
  return {
    async list(ctx: Context): Promise<void> {
      ctx.body = { data: await collection().all() };
    },
    async create(ctx: Context): Promise<void> {
      const draft = parseBody(ctx, schemas.create);
      if (draft !== null) answer(ctx, await collection().create(draft));
    },
    async update(ctx: Context): Promise<void> {
      const id = parseId(ctx, rowIdSchema);
      const update = id === null ? null : parseBody(ctx, schemas.update);
      if (id !== null && update !== null) answer(ctx, await collection().update(id, update));
    },
    async remove(ctx: Context): Promise<void> {
      const id = parseId(ctx, rowIdSchema);
      if (id !== null) answer(ctx, await collection().remove(id));
    },
  };
}

/** Canned responses, tags and fields of one's own [F3]. */
export function createToolControllers(toolsOf: (strapi: Core.Strapi) => AgentTools) {
  return {
    cannedResponses: ({ strapi }: { strapi: Core.Strapi }) =>
      createCollectionController(() => toolsOf(strapi).cannedResponses, {
        create: cannedResponseCreateSchema,
        update: cannedResponseUpdateSchema,
      }),
    tags: ({ strapi }: { strapi: Core.Strapi }) =>
      createCollectionController(() => toolsOf(strapi).tags, {
        create: tagCreateSchema,
        update: tagUpdateSchema,
      }),
    fields: ({ strapi }: { strapi: Core.Strapi }) => ({
      ...createCollectionController(() => toolsOf(strapi).fields, {
        create: customFieldCreateSchema,
        update: customFieldUpdateSchema,
      }),
      async order(ctx: Context): Promise<void> {
        const order = parseBody(ctx, customFieldOrderSchema);
        if (order === null) return;
        await toolsOf(strapi).fields.order(order.ids);
        ctx.body = { data: await toolsOf(strapi).fields.all() };
      },
    }),
  };
}

function answer<Data>(ctx: Context, outcome: Outcome<Data>): void {
  if (outcome.ok) ctx.body = { data: outcome.data };
  else refuse(ctx, outcome.code);
}
