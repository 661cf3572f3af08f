import { describe } from 'vitest';

import { describeAgentStore } from './agent-store';
import { describeAttachmentStore } from './attachment-store';
import { describeCalls } from './calls';
import { describeClaim } from './claim';
import { describeDeadlines } from './deadlines';
import { describeInteractionLists } from './interaction-lists';
import { describeKnownVisitors } from './known-visitors';
import { describeLabels } from './labels';
import { describeMessageStore } from './message-store';
import { describePagesAndWatermarks } from './pages-and-watermarks';
import { describeRaces } from './races';
import { describeRequests } from './requests';
import { describeSettingsStore } from './settings-store';
import { describeSupervision } from './reports/supervision';
import { describeSweepClock } from './sweep-clock';
import { describeTransfers } from './transfers';
import { describeTransitions } from './transitions';
import { describeVisitorStore } from './visitor-store';
import type { OpenChatWorld, OpenPeopleWorld, OpenWorld } from './world';

/** Those of the interactions and their messages. */
const CHAT_CONTRACTS = [
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
  describeRaces,
];

/** Those of the people in it, and of the time that they have. */
const PEOPLE_CONTRACTS = [describeSweepClock, describeAgentStore, describeVisitorStore];

const OTHER_CONTRACTS = [describeAttachmentStore, describeKnownVisitors, describeSettingsStore];

/** What every port promises, whatever keeps the rows: run on the fakes of the other tests and on the real adapters. */
export function describePorts(name: string, open: OpenWorld): void {
  describeChatPorts(name, open);
  describePeoplePorts(name, open);
  for (const describeContract of OTHER_CONTRACTS) describe(name, () => describeContract(open));
}

/** The same of the ports of agents, visitors and the sweep clock. */
export function describePeoplePorts(name: string, open: OpenPeopleWorld): void {
  for (const describeContract of PEOPLE_CONTRACTS) describe(name, () => describeContract(open));
}

/** The same of those ports that the messages and the interactions are behind. */
export function describeChatPorts(name: string, open: OpenChatWorld): void {
  // Each in a block of its own, for each opens its own world before its tests.
  for (const describeContract of CHAT_CONTRACTS) describe(name, () => describeContract(open));
}
