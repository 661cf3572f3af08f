import type { SystemLine } from '../../../plugins/attendance/protocol/messages/messages';
import type { EndedBy, ReportOutcome } from '../../../plugins/attendance/protocol/reports/report-choices';
import type { AgentId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Side } from '../../../plugins/attendance/protocol/schemas/scalars';
import type { VisitorEndReason } from '../../../plugins/attendance/protocol/schemas/statuses';
import type { Interaction } from '../../../plugins/attendance/server/src/domain/interactions/interaction-state';

/** What was told of one interaction, and when: all that its figures are counted from here. */
export type HistoryEvent =
  | {
      readonly kind: 'told';
      readonly at: number;
      readonly interaction: Interaction;
      readonly lines: readonly SystemLine[];
      /** True where a supervisor had just asked for its end. */
      readonly isSupervisors: boolean;
    }
  | { readonly kind: 'said'; readonly at: number; readonly side: Side };

/** One agent's turn, with what they did in it. */
export interface Turn {
  readonly agentId: AgentId;
  readonly from: number;
  openedAt: number | null;
  until: number;
  outcome: 'ended' | 'missed' | 'reassigned' | 'transferred';
  hungUpAt: number | null;
  firstResponseMs: number | null;
  readonly responses: number[];
}

/** An interaction told from its beginning to its end. */
export interface Tale {
  readonly requestedAt: number;
  readonly beganAsCall: boolean;
  /** When either side last wrote to the other; null where nobody did. */
  readonly lastSaidAt: number | null;
  readonly turns: readonly Turn[];
  readonly calls: readonly number[];
  readonly visitorEnd: { readonly at: number; readonly reason: VisitorEndReason } | null;
  readonly over: {
    readonly at: number;
    readonly interaction: Interaction;
    readonly isSupervisors: boolean;
  } | null;
}

/** Goes through a history event by event, as somebody who watched would tell it. */
export function retell(history: readonly HistoryEvent[]): Tale {
  const turns: Turn[] = [];
  const calls: number[] = [];
  let visitorEnd: Tale['visitorEnd'] = null;
  let over: Tale['over'] = null;
  let requestedAt = 0;
  let beganAsCall = false;
  let isTold = false;
  let hasResponse = false;
  let hasAgentSpoken = false;
  let askedAt: number | null = null;
  let lastSaidAt: Tale['lastSaidAt'] = null;
  let turn: Turn | null = null;

  const begin = (agentId: AgentId, from: number): void => {
    turn = {
      ...{ agentId, from, openedAt: null, until: from, outcome: 'ended', hungUpAt: null },
      ...{ firstResponseMs: null, responses: [] },
    };
    turns.push(turn);
  };
  const finish = (outcome: Turn['outcome'], until: number): void => {
    if (turn !== null) Object.assign(turn, { outcome, until });
    turn = null;
  };
  const respond = (at: number): void => {
    if (hasResponse || turn === null) return;
    hasResponse = true;
    turn.firstResponseMs = at - requestedAt;
  };
  const hear = (line: SystemLine, at: number, interaction: Interaction): void => {
    if (line.kind === 'agent-joined' && interaction.status === 'assigned') begin(interaction.agentId, at);
    if (line.kind === 'agent-left') finish(line.reason === 'missed' ? 'missed' : 'reassigned', at);
    if (line.kind === 'agent-ended') finish('ended', at);
    if (line.kind === 'visitor-ended') visitorEnd = { at, reason: line.reason };
    if (line.kind === 'call-started') respond(at);
    if (line.kind === 'call-ended') {
      calls.push(line.durationMs);
      if (turn !== null) turn.hungUpAt = at;
    }
    if (line.kind === 'transferred') {
      finish('transferred', at);
      if (line.toKind === 'agent' && interaction.status === 'assigned') begin(interaction.agentId, at);
    }
  };

  for (const event of history) {
    const { at } = event;
    if (event.kind === 'said') {
      lastSaidAt = at;
      if (event.side === 'visitor') {
        if (hasAgentSpoken) askedAt ??= at;
        continue;
      }
      if (!beganAsCall) respond(at);
      if (askedAt !== null) (turn as Turn | null)?.responses.push(at - askedAt);
      hasAgentSpoken = true;
      askedAt = null;
      continue;
    }
    const { interaction, isSupervisors, lines } = event;
    if (!isTold) {
      isTold = true;
      requestedAt = at;
      beganAsCall = interaction.channel !== 'chat';
    }
    const wasOpened = interaction.status === 'assigned' && interaction.openedAt !== null;
    for (const line of lines) hear(line, at, interaction);
    const present = turn as Turn | null;
    if (wasOpened && present !== null) present.openedAt ??= at;
    if (interaction.status === 'ended' || interaction.status === 'abandoned')
      over = { at, interaction, isSupervisors };
  }
  return { requestedAt, beganAsCall, lastSaidAt, turns, calls, visitorEnd, over };
}

const BY: Readonly<Record<VisitorEndReason, EndedBy>> = {
  'visitor-ended': 'visitor',
  'visitor-gone': 'nobody',
  'visitor-blocked': 'system',
};

/** The figures of a tale that is over, in the words of the report's row. */
export function figuresOf(tale: Tale) {
  const { calls, over, requestedAt, turns, visitorEnd } = tale;
  if (over === null) return null;
  const { at: closedAt, interaction, isSupervisors } = over;
  const isAbandoned = interaction.status === 'abandoned';
  const endedAt = visitorEnd === null ? closedAt : visitorEnd.at;
  const opened = turns.filter(({ openedAt }) => openedAt !== null);
  const last = turns.at(-1);
  const handled = opened.map((turn) => turn.until - (turn.openedAt ?? 0));
  const responses = turns.flatMap((turn) => turn.responses);
  const reason = interaction.status === 'abandoned' ? interaction.reason : visitorEnd?.reason;
  const quietSince = quietIn(tale);
  const wrapUpMs = isAbandoned || quietSince === null ? null : closedAt - quietSince;
  const outcome: ReportOutcome = isAbandoned ? 'abandoned' : opened.length > 0 ? 'answered' : 'unanswered';
  const closedBy = isSupervisors ? 'supervisor' : 'agent';
  const endedBy: EndedBy = reason === undefined ? closedBy : BY[reason];
  return {
    row: {
      requestedAt,
      endedAt,
      closedAt,
      outcome,
      endedBy,
      agentId: last?.agentId ?? null,
      waitingMs: (isAbandoned ? closedAt : (turns[0]?.from ?? NaN)) - requestedAt,
      ringMs: opened[0] === undefined ? null : (opened[0].openedAt ?? 0) - opened[0].from,
      firstResponseMs: turns.find((turn) => turn.firstResponseMs !== null)?.firstResponseMs ?? null,
      responseCount: responses.length,
      responseTotalMs: sum(responses),
      durationMs: endedAt - requestedAt,
      handlingMs: handled.length === 0 ? null : sum(handled),
      wrapUpMs,
      callMs: calls.length === 0 ? null : sum(calls),
      callCount: calls.length,
      missedCount: turns.filter(
        (turn) => turn.outcome === 'missed' || (turn.outcome === 'reassigned' && turn.openedAt === null),
      ).length,
      transferCount: turns.filter((turn) => turn.outcome === 'transferred').length,
    },
    assignments: turns.map((turn) => ({
      agentId: turn.agentId,
      assignedAt: turn.from,
      openedAt: turn.openedAt,
      releasedAt: turn.until,
      outcome: turn.outcome,
      ringMs: turn.openedAt === null ? null : turn.openedAt - turn.from,
      firstResponseMs: turn.firstResponseMs,
      responseCount: turn.responses.length,
      responseTotalMs: sum(turn.responses),
      handlingMs: turn.openedAt === null ? null : turn.until - turn.openedAt,
      wrapUpMs: turn === last ? wrapUpMs : null,
    })),
  };
}

/** When agent and visitor were done with each other, but for what the agent still had to do: by the talk in a call, by the chat in a chat. */
function quietIn({ beganAsCall, lastSaidAt, turns, visitorEnd }: Tale): number | null {
  const hungUpAt = turns.at(-1)?.hungUpAt ?? null;
  if (visitorEnd !== null && !(beganAsCall && hungUpAt !== null && hungUpAt < visitorEnd.at))
    return visitorEnd.at;
  if (hungUpAt === null || visitorEnd !== null) return hungUpAt;
  return lastSaidAt !== null && lastSaidAt > hungUpAt ? lastSaidAt : hungUpAt;
}

function sum(durations: readonly number[]): number {
  return durations.reduce((total, ms) => total + ms, 0);
}
