import type { Context } from 'koa';

import { siteIdSchema } from '../../../../protocol/schemas/ids';
import { siteCreateSchema, siteUpdateSchema } from '../../../../protocol/settings/site';
import type { SiteSettings } from '../../application/settings/site-settings';
import { toSiteSettings } from '../../presenters/site';
import { answer, parseBody, parseId, parseIdAndBody } from '../parse-body';

/** Sites as admins read and set them, behind the permission `plugin::attendance.settings` [F4]. */
export function createSitesController(sites: () => SiteSettings) {
  return {
    async list(ctx: Context): Promise<void> {
      ctx.body = { data: (await sites().all()).map(toSiteSettings) };
    },
    async create(ctx: Context): Promise<void> {
      const create = parseBody(ctx, siteCreateSchema);
      if (create === null) return;
      answer(ctx, await sites().create(create.name), toSiteSettings);
    },
    async update(ctx: Context): Promise<void> {
      const update = parseIdAndBody(ctx, siteIdSchema, siteUpdateSchema);
      if (update === null) return;
      answer(ctx, await sites().update(update.id, update.body), toSiteSettings);
    },
    async remove(ctx: Context): Promise<void> {
      const id = parseId(ctx, siteIdSchema);
      if (id === null) return;
      answer(ctx, await sites().remove(id), () => ({}));
    },
  };
}
