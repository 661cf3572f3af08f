import type { Context, Next } from 'koa';

import type { AuditAction, AuditChange, AuditNoun } from '../../../protocol/settings/audit';
import type { AuditLog, AuditSnapshot, AuditSnapshots } from '../application/audit/audit';
import { actorOf } from '../controllers/actor';
import { pathId } from '../controllers/parse-body';
import { readRowId } from '../controllers/row-id';
import { changesBetween, secretsGiven } from '../domain/audit/audit';

export interface AuditSide {
  readonly log: AuditLog;
  readonly snapshots: AuditSnapshots;
  /** Called for a change that was made but not recorded: somebody must look. */
  readonly onFault: (fault: unknown, action: AuditAction) => void;
}

/**
 * Creates the audit around the handler of an admin route that changes something: who, what, and the values before and after. It is recorded only when
 * the handler succeeded. Without a snapshot of the thing, the request's own values stand for it.
 */
export function createAudit(action: AuditAction, side: () => AuditSide) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { log, onFault, snapshots } = side();
    const read = snapshots[action] ?? snapshots[nounOf(action)];
    const before = (await read?.(idIn(ctx))) ?? null;
    await next();
    if (ctx.status < 200 || ctx.status >= 300) return;
    try {
      const after = (await read?.(idIn(ctx) ?? answeredId(ctx))) ?? null;
      const request = (ctx.request as { body?: unknown }).body;
      const changes =
        read === undefined
          ? changesBetween(null, request)
          : withSecrets(changesBetween(before?.values, after?.values), request);
      if (read !== undefined && changes.length === 0) return;
      await log.record({ by: actorOf(ctx), action, subject: subjectOf(ctx, before, after), changes });
    } catch (fault) {
      onFault(fault, action);
    }
  };
}

function nounOf(action: AuditAction): AuditNoun {
  return action.slice(0, action.indexOf('.')) as AuditNoun;
}

/** Adds secrets that were typed anew, whose mask is the same before and after. */
function withSecrets(changes: readonly AuditChange[], request: unknown): AuditChange[] {
  const known = new Set(changes.map(({ field }) => field));
  return [...changes, ...secretsGiven(request).filter(({ field }) => !known.has(field))];
}

function idIn(ctx: Context): number | null {
  return readRowId(pathId(ctx));
}

/** Returns the id of what was just made. */
function answeredId(ctx: Context): number | null {
  const id = (ctx.body as { data?: { id?: unknown } } | undefined)?.data?.id;
  return typeof id === 'number' ? id : null;
}

/** Returns the subject's name: the present one, the one before, or the request's. */
function subjectOf(ctx: Context, before: AuditSnapshot | null, after: AuditSnapshot | null): string {
  const known = after ?? before;
  if (known !== null) return known.subject;
  const given = ((ctx.request as { body?: unknown }).body ?? {}) as Readonly<Record<string, unknown>>;
  const name = ['name', 'label', 'title', 'key'].map((field) => given[field]).find(isText);
  const id = idIn(ctx) ?? answeredId(ctx);
  return name?.slice(0, 120) ?? (id === null ? '' : `#${id}`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
