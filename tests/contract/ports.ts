import { describe } from 'vitest';

import { describeAgentStore } from './agent-store';
import { describeAttachmentStore } from './attachment-store';
import { describeCalls } from './calls';
import { describeClaim } from './claim';
import { describeDeadlines } from './deadlines';
import { describeFieldUses } from './field-uses';
import { describeInteractionLists } from './interaction-lists';
import { describeKnownVisitors } from './known-visitors';
import { describeLabels } from './labels';
import { describeMessageStore } from './message-store';
import { describePagesAndWatermarks } from './pages-and-watermarks';
import { describeRaces } from './races';
import { describeRequests } from './requests';
import { describeRetention } from './retention';
import { describeSettingsStore } from './settings-store';
import { describeSweepClock } from './sweep-clock';
import { describeTransfers } from './transfers';
import { describeTransitions } from './transitions';
import { describeVisitorStore } from './visitor-store';
import type { OpenRowsWorld, OpenWorld } from './world';

/** What every port promises, whatever keeps the rows. */
const CONTRACTS: readonly ((open: OpenWorld) => void)[] = [
  describeRequests,
  describeTransitions,
  describeTransfers,
  describeInteractionLists,
  describePagesAndWatermarks,
  describeClaim,
  describeCalls,
  describeDeadlines,
  describeMessageStore,
  describeLabels,
  describeRaces,
  describeSweepClock,
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
