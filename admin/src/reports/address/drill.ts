import { REPORTS_PATH } from '../../strapi/plugin-id';
import { writeAddress, type Conditions, type Filters, type ReportAddress } from './address';
import type { Days } from './periods';

/** Reports of the page, in the order of its tabs. */
export const TABS = ['overview', 'agents', 'departments', 'sites', 'interactions', 'own-day'] as const;
export type Tab = (typeof TABS)[number];

/** What a figure stands for, beside the report's own filters. */
export interface Behind {
  readonly conditions?: Conditions;
  readonly filters?: Filters;
  /** Days of a bar or point; those of the report by default. */
  readonly days?: Days;
}

/** Returns the place of a tab with the filters of an address. Conditions select interactions: no other report has any. */
export function tabTo(tab: Tab, address: ReportAddress): string {
  const kept = tab === 'interactions' ? address : { ...address, conditions: {} };
  return placeOf(tab, kept);
}

/** Returns the place of the interactions behind a figure. */
export function behindTo(address: ReportAddress, { conditions = {}, days, filters = {} }: Behind): string {
  return placeOf('interactions', {
    period: days ?? address.period,
    filters: { ...address.filters, ...filters },
    conditions,
  });
}

function placeOf(tab: Tab, address: ReportAddress): string {
  const search = writeAddress(address).toString();
  return `${REPORTS_PATH}/${tab}${search === '' ? '' : `?${search}`}`;
}
