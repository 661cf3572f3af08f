import type { Context } from 'koa';

import { auditQuerySchema } from '../../../../protocol/settings/audit';
import type { AuditLog } from '../../application/audit/audit';
import { refuse } from '../refuse';

/** Creates the controller of the audit log, which is read only. */
export function createAuditController(log: () => AuditLog) {
  return {
    async list(ctx: Context): Promise<void> {
      const query = auditQuerySchema.safeParse(ctx.query);
      if (!query.success) return void refuse(ctx, 'bad_request', query.error.issues[0]?.message);
      ctx.body = { data: await log().list(query.data) };
    },
  };
}
