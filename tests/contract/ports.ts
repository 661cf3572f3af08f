import { describe } from 'vitest';

import { describeAgentStore } from './agents/agent-store';
import { describeAttachmentStore } from './attachments/attachment-store';
import { describeCalls } from './calls/calls';
import { describeClaim } from './interactions/claim';
import { describeDeadlines } from './attending/deadlines';
import { describeInteractionLists } from './interactions/interaction-lists';
import { describeKnownVisitors } from './known-visitors/known-visitors';
import { describeLabels } from './tools/labels';
import { describeMessageStore } from './messages/message-store';
import { describePagesAndWatermarks } from './interactions/pages-and-watermarks';
import { describeRaces } from './database/races';
import { describeRequests } from './interactions/requests';
import { describeSettingsStore } from './settings/settings-store';
import { describeSweepClock } from './attending/sweep-clock';
import { describeTransfers } from './interactions/transfers';
import { describeTransitions } from './interactions/transitions';
import { describeVisitorStore } from './visitors/visitor-store';
import type { OpenChatWorld, OpenPeopleWorld, OpenWorld } from './world';

/** Those of the interactions and their messages. */
const CHAT_CONTRACTS = [
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
