import type {
  ReportExport,
  ReportExportQuery,
} from '../../../../plugins/attendance/protocol/reports/report-filter';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { queryOf, type ReportAddress } from '../address/address';
import type { Tab } from '../address/drill';

type Format = ReportExportQuery['format'];

/** Separator that spreadsheets expect in each language: where the comma is in numbers, it is the semicolon. */
export const SEPARATORS: Readonly<Record<Locale, ReportExportQuery['separator']>> = {
  'pt-BR': ';',
  es: ';',
  en: ',',
};

/** Table that a tab shows; null where it shows none that can be exported. */
export const TABLE_OF: Readonly<Record<Tab, ReportExport | null>> = {
  overview: 'days',
  agents: 'agents',
  departments: 'departments',
  sites: 'sites',
  interactions: 'interactions',
  'own-day': null,
};

export interface ExportChoice {
  readonly table: ReportExport;
  readonly format: Format;
}

/** Returns the path of an export. Conditions select interactions: other tables are of the filters alone. */
export function exportPath(
  address: ReportAddress,
  { format, table }: ExportChoice,
  { locale, today }: { readonly locale: Locale; readonly today: string },
): string {
  const query = queryOf(table === 'interactions' ? address : { ...address, conditions: {} }, today);
  query.set('table', table);
  query.set('format', format);
  query.set('locale', locale);
  if (format === 'csv') query.set('separator', SEPARATORS[locale]);
  return `/attendance/reports/export?${query.toString()}`;
}

/** Returns the file's name: what it holds, and of which days. */
export function exportName(
  name: string,
  { from, to }: { readonly from: string; readonly to: string },
  format: Format,
): string {
  const words = name.toLowerCase().replace(/\s+/g, '-');
  return `${words}-${from === to ? from : `${from}-${to}`}.${format}`;
}
