import { formatDuration } from '../shared/text/format-duration';
import type { AgentLineTexts, TranscriptLineTexts, VisitorLineTexts } from './line-texts';

// What more than one reader is told in the same words.
const joined: AgentLineTexts['agent-joined'] = ({ agentName }) => `${agentName} joined the conversation`;
const callStarted: AgentLineTexts['call-started'] = ({ medium }) =>
  ({ voice: 'Voice call started', video: 'Video call started' })[medium];
const callEnded: VisitorLineTexts['call-ended'] = ({ durationMs }) =>
  `Call ended · ${formatDuration(durationMs)}`;

export const visitorLines: VisitorLineTexts = {
  'agent-joined': ({ agentName }) => `${agentName} joined the chat`,
  'agent-left': () => 'Looking for another agent…',
  transferred: ({ to }) => `You are being passed on to ${to}`,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'You ended the chat',
      'visitor-gone': 'The chat ended because you were away',
      'visitor-blocked': 'The conversation is over',
    })[reason],
  'agent-ended': () => 'The chat has ended',
  'call-started': callStarted,
  'call-ended': callEnded,
  'call-unanswered': ({ by, reason }) =>
    ({
      visitor: {
        declined: 'The agent could not take the call',
        withdrawn: 'You cancelled the call',
        lapsed: 'The call was not answered',
      },
      agent: {
        declined: 'You did not take the call',
        withdrawn: 'The agent cancelled the call',
        lapsed: 'Missed call',
      },
    })[by][reason],
};

export const agentLines: AgentLineTexts = {
  'agent-joined': joined,
  'agent-left': ({ agentName, reason }) =>
    ({
      missed: `${agentName} did not open it in time: passed on`,
      lost: `${agentName} lost the connection: reassigned`,
      supervisor: `put back into the queue by a supervisor (${agentName} had it)`,
    })[reason],
  transferred: ({ from, to }) => `${from} transferred to ${to}`,
  'page-changed': ({ title }) => `The customer is on ${title}`,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'The customer ended',
      'visitor-gone': 'The customer left the page and did not come back',
      'visitor-blocked': 'The visitor was blocked',
    })[reason],
  'agent-ended': () => 'Interaction ended',
  'call-started': callStarted,
  'call-ended': ({ by, durationMs }) =>
    `${{ agent: 'An agent hung up', visitor: 'The customer hung up', nobody: 'The call ended' }[by]} · ${formatDuration(durationMs)}`,
  'call-unanswered': ({ by, reason }) =>
    ({
      visitor: {
        declined: 'The customer’s call was declined',
        withdrawn: 'The customer took the call back',
        lapsed: 'The customer’s call was not answered',
      },
      agent: {
        declined: 'The customer declined the call',
        withdrawn: 'Call request cancelled',
        lapsed: 'The customer did not answer the call',
      },
    })[by][reason],
};

export const transcriptLines: TranscriptLineTexts = {
  'agent-joined': joined,
  'visitor-ended': ({ reason }) =>
    ({
      'visitor-ended': 'The conversation was ended',
      'visitor-gone': 'The visitor left the page',
      // That they were blocked is for the team.
      'visitor-blocked': 'The conversation was ended',
    })[reason],
  'agent-ended': () => 'The agent ended the conversation',
  'call-started': callStarted,
  'call-ended': callEnded,
};
