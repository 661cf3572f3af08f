import { FIELD_TARGETS, type FieldTarget } from '../../../../protocol/shared/field-targets';
import { areBothLive, startKeyOf, unite } from '../../domain/visitors/visitor-merge';
import type { AuditRecord } from '../audit/audit';
import type { AuditRows } from '../audit/rows';
import type { MergeRequest } from './known-visitors';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';
import type { VisitorChange, VisitorRow, VisitorTx } from '../visitors/rows';
import { storeTerms } from '../visitors/store-terms';

const NOT_FOUND = { ok: false, code: 'not_found' } as const;
const CONFLICT = { ok: false, code: 'conflict' } as const;

/** Rows of a transaction that makes one of two visitors, and notes it. */
export interface MergeTx extends VisitorTx {
  readonly audit: AuditRows;
}

/**
 * Merges two visitors [A4], and records it: everything of `goneId` moves to `keptId`, who keeps the chosen values. `conflict`: both have a live
 * interaction on one site, or values differ and none was chosen. A refusal writes nothing.
 */
export function* mergeVisitors(tx: MergeTx, request: MergeRequest, now: number): Steps<Outcome<object>> {
  const { choices, goneId, keptId } = request;
  // Interactions before their visitors, as everywhere: whoever locks in another order may wait for us, and we for them.
  const live = [yield* tx.visitors.liveSites(keptId), yield* tx.visitors.liveSites(goneId)] as const;
  const kept = yield* tx.visitors.lock(keptId);
  const gone = yield* tx.visitors.lock(goneId);
  if (kept === null || gone === null || keptId === goneId) return NOT_FOUND;
  const united = unite(kept, gone, choices);
  if (united === null || areBothLive(...live)) return CONFLICT;

  yield* separateBrowsers(tx, [kept, gone]);
  yield* tx.visitors.moveRows(goneId, keptId);
  // First the one who goes: a start key is one visitor's on a site.
  yield* tx.visitors.update(goneId, { ...NOTHING_KNOWN, mergedInto: keptId });
  // [R7] Of all that is theirs now.
  const lastAssignedTo = yield* tx.visitors.lastAssignedTo(keptId);
  yield* tx.visitors.update(keptId, {
    ...united.fields,
    fieldValues: united.fieldValues,
    lastAgentId: lastAssignedTo ?? kept.lastAgentId ?? gone.lastAgentId,
    startKey: startKeyOf(kept, gone),
  });
  yield* storeTerms(tx, goneId);
  yield* storeTerms(tx, keptId);
  yield* tx.audit.insert(recordOf(request, united.fields.name), now);
  return { ok: true, data: {} };
}

/** Keeps each token valid on its own site and in its own family, so that no browser throws another out. */
function* separateBrowsers(tx: VisitorTx, visitors: readonly VisitorRow[]): Steps<void> {
  for (const { id, siteId } of visitors) yield* tx.tokens.complete(id, `visitor ${id}`, siteId);
}

/** Emptied row of a visitor who was merged: only the id of the one who remains. */
const NOTHING_KNOWN: VisitorChange = {
  ...(Object.fromEntries(FIELD_TARGETS.map((field) => [field, ''])) as Record<FieldTarget, string>),
  fieldValues: null,
  startKey: null,
  lastAgentId: null,
};

/** Returns the audit record: whose value was kept, and none of the values, which are the visitor's. */
function recordOf({ by, choices, goneId, keptId }: MergeRequest, name: string): AuditRecord {
  const { fieldValues, ...fields } = choices;
  const chosen = [
    ...Object.entries(fields),
    ...Object.entries(fieldValues).map(([id, from]) => [`field.${id}`, from] as const),
  ];
  return {
    by,
    action: 'visitor.merge',
    subject: name === '' ? `#${keptId}` : name,
    changes: [
      { field: 'visitor', before: `#${goneId}`, after: `#${keptId}` },
      ...chosen.map(([field, from]) => ({ field, before: null, after: `#${from}` })),
    ],
  };
}
