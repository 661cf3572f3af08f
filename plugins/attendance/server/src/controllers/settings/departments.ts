import type { Context } from 'koa';

import { departmentCreateSchema, departmentUpdateSchema } from '../../../../protocol/settings/departments';
import { departmentIdSchema } from '../../../../protocol/schemas/ids';
import type { ConfigureDepartments } from '../../application/departments/ports';
import type { Outcome } from '../../application/outcome';
import { parseBody, parseId } from '../parse-body';
import { refuse } from '../refuse';

/** Departments and who belongs to them [R11]. */
export function createDepartmentsController(departments: () => ConfigureDepartments) {
  return {
    async list(ctx: Context): Promise<void> {
      ctx.body = { data: await departments().list() };
    },
    async create(ctx: Context): Promise<void> {
      const body = parseBody(ctx, departmentCreateSchema);
      if (body !== null) answer(ctx, await departments().create(body));
    },
    async update(ctx: Context): Promise<void> {
      const id = parseId(ctx, departmentIdSchema);
      const body = id === null ? null : parseBody(ctx, departmentUpdateSchema);
      if (id !== null && body !== null) answer(ctx, await departments().update(id, body));
    },
    async remove(ctx: Context): Promise<void> {
      const id = parseId(ctx, departmentIdSchema);
      if (id !== null) answer(ctx, await departments().remove(id));
    },
  };
}

function answer(ctx: Context, outcome: Outcome<unknown>): void {
  if (outcome.ok) ctx.body = { data: outcome.data };
  else refuse(ctx, outcome.code);
}
