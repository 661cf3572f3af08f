import { CheckCircle, CrossCircle, WarningCircle } from '@strapi/icons';

import type { CheckState } from '../../../../plugins/attendance/protocol/settings/self-check';

const MARKS = {
  good: { Icon: CheckCircle, colour: 'success600' },
  warning: { Icon: WarningCircle, colour: 'warning600' },
  bad: { Icon: CrossCircle, colour: 'danger600' },
} as const;

/** Mark of a check's state, with a shape for each; its text is beside it. */
export function CheckMark({ state }: { readonly state: CheckState }) {
  const { Icon, colour } = MARKS[state];
  return <Icon aria-hidden width={16} height={16} fill={colour} />;
}
