import type { FieldValues, Visitor } from '../../../../protocol/interactions/people';
import { FIELD_TARGETS, type FieldTarget } from '../../../../protocol/shared/field-targets';
import type { SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { MergeChoices } from '../../../../protocol/visitors/known-visitors';
import { isConflict } from '../../../../protocol/shared/visitor-keys';
import type { StartKey } from './start-key';

export interface MergingVisitor extends Visitor {
  readonly fieldValues: FieldValues;
}

export interface United {
  readonly fields: Readonly<Record<FieldTarget, string>>;
  readonly fieldValues: FieldValues;
}

/**
 * Unites the data of two visitors who are merged [A4]: what one lacks comes from the other, and where they differ the choice holds. Null where they
 * differ and nothing was chosen.
 */
export function unite(kept: MergingVisitor, other: MergingVisitor, choices: MergeChoices): United | null {
  const pick = (one: string, two: string, differ: boolean, chosen: VisitorId | undefined): string | null => {
    if (!differ) return one === '' ? two : one;
    if (chosen !== kept.id && chosen !== other.id) return null;
    return chosen === kept.id ? one : two;
  };
  const fields = FIELD_TARGETS.map(
    (field) =>
      [
        field,
        pick(kept[field], other[field], isConflict(field, kept[field], other[field]), choices[field]),
      ] as const,
  );
  const chosenOf = new Map(Object.entries(choices.fieldValues));
  const [ofKept, ofOther] = [
    new Map(Object.entries(kept.fieldValues)),
    new Map(Object.entries(other.fieldValues)),
  ];
  const values = [...new Set([...ofKept.keys(), ...ofOther.keys()])].map((id) => {
    const [one, two] = [ofKept.get(id) ?? '', ofOther.get(id) ?? ''];
    return [id, pick(one, two, one !== '' && two !== '' && one !== two, chosenOf.get(id))] as const;
  });
  if ([...fields, ...values].some(([, value]) => value === null)) return null;
  return {
    fields: Object.fromEntries(fields) as United['fields'],
    fieldValues: Object.fromEntries(values) as FieldValues,
  };
}

/** Returns which of two visitors is kept: the one known first keeps their number. */
export function keptOf(one: VisitorId, other: VisitorId): readonly [kept: VisitorId, gone: VisitorId] {
  return one < other ? [one, other] : [other, one];
}

/** Returns whether both have a live interaction on one site, where one visitor may have one [P3]. */
export function areBothLive(sites: readonly SiteId[], others: readonly SiteId[]): boolean {
  return sites.some((site) => others.includes(site));
}

interface Keyed {
  readonly siteId: SiteId;
  readonly startKey: StartKey | null;
}

/** The start key of the browser that began last: another tab of it finds its visitor still [Z17]. A key counts on its own site alone. */
export function startKeyOf(kept: Keyed, gone: Keyed): StartKey | null {
  if (gone.siteId !== kept.siteId || gone.startKey === null) return kept.startKey;
  return kept.startKey === null || kept.startKey.at < gone.startKey.at ? gone.startKey : kept.startKey;
}
