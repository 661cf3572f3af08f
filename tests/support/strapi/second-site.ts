import { createHash } from 'node:crypto';

import { SHOP, type VisitorClient } from '../wire/clients';
import type { Scene } from '../scene';

/** Connects the same visitor on another site, where a merge made them known. */
export async function elsewhere({ knex, server, visitor }: Scene, token: string): Promise<VisitorClient> {
  const key = 'outra';
  const service = server.strapi.plugin('attendance').service('attendance') as {
    ensureSite(site: { key: string; name: string; origins: string[] }): Promise<void>;
  };
  await service.ensureSite({ key, name: 'Outra', origins: [SHOP] });
  const [site] = (await knex('attendance_sites').where({ key })) as [{ id: number }];
  const hash = createHash('sha256').update(token).digest('hex');
  await knex('attendance_visitor_tokens').where({ hash }).update({ site_id: site.id });
  return visitor({ token, siteKey: key });
}
