import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

import type { SiteId, VisitorId } from '../../../protocol/ids';
import { judgeToken, RETIRES_AFTER_MS } from '../domain/visitor-token';
import { toTime } from './interaction-rows';
import { TABLE } from './tables';

/** 256 random bits: nobody guesses one, so a plain hash at rest is enough. */
const TOKEN_BYTES = 32;
/** Answers that carried a fresh token may be lost; more than these of one visitor are not kept. */
const UNPRESENTED_MAX = 5;

interface TokenRow {
  id: number;
  visitor_id: number;
  issued_at: number | string;
  presented_at: number | string | null;
  retired_at: number | string | null;
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A fresh token of the visitor: answered once, and kept only as a hash. */
export async function issueToken(trx: Knex.Transaction, visitorId: VisitorId, now: number): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const unpresented = (await trx(TABLE.visitorTokens)
    .where('visitor_id', visitorId)
    .whereNull('presented_at')
    .orderBy('id', 'desc')
    .offset(UNPRESENTED_MAX - 1)
    .limit(-1)
    .select('id')) as { id: number }[];
  if (unpresented.length > 0)
    await trx(TABLE.visitorTokens)
      .whereIn(
        'id',
        unpresented.map(({ id }) => id),
      )
      .delete();
  await trx(TABLE.visitorTokens).insert({ visitor_id: visitorId, hash: hashOf(token), issued_at: now });
  return token;
}

export interface PresentedToken {
  readonly visitorId: VisitorId;
  /** To be kept in place of the one presented; null when that one stays. */
  readonly freshToken: string | null;
}

/** Whose token it is on this site, or null: unknown, too old, replaced and another site's are not told apart. */
export async function presentToken(
  trx: Knex.Transaction,
  siteId: SiteId,
  token: string,
  now: number,
): Promise<PresentedToken | null> {
  const row = (await trx(`${TABLE.visitorTokens} as t`)
    .join(`${TABLE.visitors} as v`, 'v.id', 't.visitor_id')
    .where({ 't.hash': hashOf(token), 'v.site_id': siteId })
    .first('t.*')) as TokenRow | undefined;
  if (row === undefined) return null;
  const visitorId = row.visitor_id as VisitorId;
  const verdict = judgeToken(
    {
      issuedAt: toTime(row.issued_at),
      presentedAt: row.presented_at === null ? null : toTime(row.presented_at),
      retiredAt: row.retired_at === null ? null : toTime(row.retired_at),
    },
    now,
  );
  if (verdict.worth === 'stolen') await trx(TABLE.visitorTokens).where('visitor_id', visitorId).delete();
  if (verdict.worth !== 'valid') return null;
  if (verdict.isFirst)
    await trx(TABLE.visitorTokens)
      .where('visitor_id', visitorId)
      .where('id', '<', row.id)
      .whereNull('retired_at')
      .update({ retired_at: now + RETIRES_AFTER_MS });
  if (verdict.isToBeNoted) await trx(TABLE.visitorTokens).where('id', row.id).update({ presented_at: now });
  return { visitorId, freshToken: verdict.isToBeReplaced ? await issueToken(trx, visitorId, now) : null };
}
