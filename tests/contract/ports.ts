import { describe } from 'vitest';

import { describeAgentStore } from './agent-store';
import { describeAttachmentStore } from './attachment-store';
import { describeCalls } from './calls';
import { describeClaim } from './claim';
import { describeDeadlines } from './deadlines';
import { describeInteractionLists } from './interaction-lists';
import { describeKnownVisitors } from './known-visitors';
import { describeMessageStore } from './message-store';
import { describePagesAndWatermarks } from './pages-and-watermarks';
import { describeRequests } from './requests';
import { describeSettingsStore } from './settings-store';
import { describeTransfers } from './transfers';
import { describeTransitions } from './transitions';
import { describeVisitorStore } from './visitor-store';
import type { OpenWorld } from './world';

const CONTRACTS = [
  describeRequests,
  describeTransitions,
  describeTransfers,
  describeInteractionLists,
  describePagesAndWatermarks,
  describeClaim,
  describeCalls,
  describeDeadlines,
  describeMessageStore,
  describeAttachmentStore,
  describeAgentStore,
  describeVisitorStore,
  describeKnownVisitors,
  describeSettingsStore,
];

/** What every port promises, whatever keeps the rows: run on the fakes of the other tests and on the real adapters. */
export function describePorts(name: string, open: OpenWorld): void {
  // Each in a block of its own, for each opens its own world before its tests.
  for (const describeContract of CONTRACTS) describe(name, () => describeContract(open));
}
