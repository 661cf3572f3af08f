import type { ReportInteractions } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { columnsOf, type Column } from './columns';

/** Returns every column that a list of interactions has, in the user's language and the report's time zone. */
export function useAllColumns(list: ReportInteractions): readonly Column[] {
  const t = useTexts();
  const locale = useLocale();
  return columnsOf(list, { t, locale, timeZone: list.scope.timeZone });
}
