import type { FieldType } from '../../../../plugins/attendance/protocol/settings/form';
import type { FieldFault } from '../../../../plugins/attendance/protocol/rules/form-rules';

/** The texts of the forms in one language. */
export interface FormTexts {
  readonly name: string;
  readonly email: string;
  readonly message: string;
  readonly optional: string;
  readonly choose: string;
  readonly fault: Readonly<Record<Exclude<FieldFault, 'invalid'>, string>>;
  readonly invalid: Readonly<Record<FieldType, string>>;
  /** The summary of faults that a screen reader announces; the first field with a fault has the focus then. */
  readonly faults: (count: number) => string;
  readonly agree: string;
  readonly start: string;
  readonly starting: string;
  readonly send: string;
  readonly offlineTitle: string;
  readonly offlineText: string;
  readonly outsideHoursText: string;
  /** The sentence about the next opening; `when` is the formatted time. */
  readonly opensAt: (when: string) => string;
  readonly leaveMessage: string;
  readonly talkNow: string;
  readonly tooLong: string;
  readonly thanksTitle: string;
  readonly thanksText: string;
  readonly back: string;
}
