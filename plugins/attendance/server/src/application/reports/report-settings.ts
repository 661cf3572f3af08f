import type { ReportSettings } from '../../../../protocol/reports/reports';
import type { Outcome } from '../outcome';

/** Store of the settings of reports and supervision, one row. */
export interface ReportSettingsStore {
  get(): Promise<ReportSettings>;
  /** Updates the settings. Refused with `conflict` when somebody else changed them since `version` was read. */
  update(settings: ReportSettings): Promise<Outcome<ReportSettings>>;
  /** Makes the row: 30 s for chats, 20 s for calls, in the business hours' time zone. */
  ensure(): Promise<void>;
}
