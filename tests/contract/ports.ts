import { describe } from 'vitest';

import { describeAgentStore } from './agents/agent-store';
import { describeAttachmentStore } from './attachments/attachment-store';
import { describeCalls } from './calls/calls';
import { describeClaim } from './interactions/claim';
import { describeDeadlines } from './attending/deadlines';
import { describeFieldUses } from './tools/field-uses';
import { describeInteractionLists } from './interactions/interaction-lists';
import { describeKnownVisitors } from './known-visitors/known-visitors';
import { describeLabels } from './tools/labels';
import { describeMessageStore } from './messages/message-store';
import { describePagesAndWatermarks } from './interactions/pages-and-watermarks';
import { describePresenceLog } from './reports/presence-log';
import { describeReportRows } from './reports/report-rows';
import { describeRaces } from './database/races';
import { describeRequests } from './interactions/requests';
import { describeRetention } from './retention/retention';
import { describeSettingsStore } from './settings/settings-store';
import { describeSupervision } from './reports/supervision';
import { describeSweepClock } from './attending/sweep-clock';
import { describeTransfers } from './interactions/transfers';
import { describeTransitions } from './interactions/transitions';
import { describeVisitorStore } from './visitors/visitor-store';
import type { OpenRowsWorld, OpenWorld } from './world';

/** What every port promises, whatever keeps the rows. */
const CONTRACTS: readonly ((open: OpenWorld) => void)[] = [
  describeRequests,
  describeTransitions,
  describeTransfers,
  describeSupervision,
  describeInteractionLists,
  describePagesAndWatermarks,
  describeClaim,
  describeCalls,
  describeDeadlines,
  describeMessageStore,
  describeLabels,
  describeReportRows,
  describeRaces,
  describeSweepClock,
  describePresenceLog,
  describeAgentStore,
  describeVisitorStore,
  describeKnownVisitors,
  describeAttachmentStore,
  describeSettingsStore,
];

/** What is promised of rows that no fake has. */
const ROWS_CONTRACTS = [describeFieldUses, describeRetention];

/** Describes every port, on the fakes of the other tests and on the real adapters. */
export function describePorts(name: string, open: OpenWorld): void {
  // Each in a block of its own, for each opens its own world before its tests.
  for (const describeContract of CONTRACTS) describe(name, () => describeContract(open));
}

/** Describes what is promised of the rows, on each database. */
export function describeRowsPorts(name: string, open: OpenRowsWorld): void {
  for (const describeContract of ROWS_CONTRACTS) describe(name, () => describeContract(open));
}
