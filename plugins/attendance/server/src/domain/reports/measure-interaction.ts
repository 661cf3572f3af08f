import type { Rating } from '../../../../protocol/interactions/ratings';
import type { EndedBy, ReportOutcome } from '../../../../protocol/reports/report-choices';
import type { AgentId, TagId } from '../../../../protocol/schemas/ids';
import type { VisitorEndReason } from '../../../../protocol/schemas/statuses';
import type { AbandonedInteraction, EndedInteraction } from '../interactions/interaction-state';
import { isCall } from '../routing/capacity';
import type { PublicLine, Response } from './measure-responses';
import { responsesIn } from './measure-responses';
import { pageOf } from './origin';
import type { AssignmentOutcome, ReportAssignment, ReportRecord, ReportRow } from './report-record';

/** One agent's time with an interaction, as it was noted. */
export interface PastAssignment {
  /** Null where the agent is not known any more. */
  readonly agentId: AgentId | null;
  readonly agentName: string;
  readonly assignedAt: number;
  readonly openedAt: number | null;
  /** Null where nobody noted the end. */
  readonly releasedAt: number | null;
  /** `held` where nobody noted the end. */
  readonly outcome: AssignmentOutcome | 'held';
}

/** Connected span of a call attempt; `endedAt` is null where nobody noted the end. */
export interface CallSpan {
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** All that is measured of an interaction that is over. Assignments, lines and attempts are in the order in which they were. */
export interface InteractionFacts {
  readonly interaction: EndedInteraction | AbandonedInteraction;
  readonly siteName: string;
  readonly departmentName: string;
  /** Address of the page on which the visitor asked. */
  readonly originUrl: string;
  readonly assignments: readonly PastAssignment[];
  readonly lines: readonly PublicLine[];
  readonly attempts: readonly CallSpan[];
  readonly tags: readonly { readonly id: TagId; readonly name: string }[];
  /** True where the site asks for a rating. */
  readonly asksRating: boolean;
  readonly rating: Pick<Rating, 'scale' | 'score'> | null;
}

/** An assignment whose end is known. */
interface Assignment extends PastAssignment {
  readonly releasedAt: number;
  readonly outcome: AssignmentOutcome;
}

/** The first that a person said or did for the visitor: their line, or their answer to the call. */
interface FirstResponse {
  readonly agentId: AgentId | null;
  readonly at: number;
}

/** Measures an interaction that is over [D1]; docs/reports.md defines each figure. */
export function measureInteraction(facts: InteractionFacts): ReportRecord {
  const { interaction, tags } = facts;
  const assignments = finished(facts);
  const responses = responsesIn(facts.lines);
  const first = firstResponseIn(facts, assignments);
  const wrapUpMs = wrapUpOf(facts, assignments.at(-1));
  return {
    row: rowOf(facts, assignments, { first, responses, wrapUpMs }),
    assignments: assignments.flatMap((one) => {
      if (one.agentId === null) return [];
      const theirs = responses.filter(({ agentId, at }) => heldAt(assignments, at, agentId) === one);
      const isFirst = first !== null && heldAt(assignments, first.at, first.agentId) === one;
      return [
        {
          interactionId: interaction.id,
          channel: interaction.channel,
          ...ownFigures(one),
          agentId: one.agentId,
          firstResponseMs: isFirst ? since(interaction.waitingSince, first.at) : null,
          ...totalOf(theirs),
          wrapUpMs: one === assignments.at(-1) ? wrapUpMs : null,
        },
      ];
    }),
    tags: tags.map(({ id, name }) => ({ interactionId: interaction.id, tagId: id, name })),
  };
}

interface Measured {
  readonly first: FirstResponse | null;
  readonly responses: readonly Response[];
  readonly wrapUpMs: number | null;
}

function rowOf(
  facts: InteractionFacts,
  assignments: readonly Assignment[],
  { first, responses, wrapUpMs }: Measured,
): ReportRow {
  const { asksRating, attempts, interaction, rating } = facts;
  const { waitingSince: requestedAt } = interaction;
  const endedAt = endOf(interaction);
  const opened = assignments.find(({ openedAt }) => openedAt !== null);
  const holder = assignments.findLast(({ agentId }) => agentId !== null);
  return {
    interactionId: interaction.id,
    requestedAt,
    endedAt,
    closedAt: interaction.endedAt,
    channel: interaction.channel,
    beganAs: interaction.beganAs,
    siteId: interaction.siteId,
    siteName: facts.siteName,
    departmentId: interaction.departmentId,
    departmentName: facts.departmentName,
    agentId: holder?.agentId ?? null,
    agentName: holder?.agentName ?? '',
    origin: pageOf(facts.originUrl),
    outcome: outcomeOf(interaction, opened !== undefined),
    endedBy: endedBy(facts),
    waitingMs: waitingOf(interaction, assignments),
    ringMs: opened === undefined ? null : ringOf(opened),
    firstResponseMs: first === null ? null : since(requestedAt, first.at),
    ...totalOf(responses),
    durationMs: since(requestedAt, endedAt),
    handlingMs: sumOf(assignments.flatMap((one) => handlingOf(one) ?? [])),
    wrapUpMs,
    callMs: sumOf(attempts.map((attempt) => since(attempt.startedAt, attempt.endedAt ?? endedAt))),
    callCount: attempts.length,
    missedCount: assignments.filter(isMissed).length,
    transferCount: assignments.filter(({ outcome }) => outcome === 'transferred').length,
    isRatingAsked: rating !== null || (asksRating && interaction.status === 'ended'),
    ratingScale: rating?.scale ?? null,
    ratingScore: rating?.score ?? null,
  };
}

/** Returns the assignments with their ends: an older version, or an import, may have left one without. */
function finished({ assignments, interaction }: InteractionFacts): Assignment[] {
  return assignments.map((one, index) => {
    const next = assignments[index + 1];
    const isLast = next === undefined && interaction.status === 'ended';
    return {
      ...one,
      releasedAt: one.releasedAt ?? next?.assignedAt ?? interaction.endedAt,
      outcome:
        one.releasedAt === null || one.outcome === 'held' ? (isLast ? 'ended' : 'reassigned') : one.outcome,
    };
  });
}

/** Returns the assignment within which something happened; of an agent's own doing one of theirs, where they have any. */
function heldAt(
  assignments: readonly Assignment[],
  at: number,
  agentId: AgentId | null,
): Assignment | undefined {
  const own = assignments.filter((one) => one.agentId === agentId);
  const candidates = own.length > 0 ? own : assignments;
  return candidates.findLast(({ assignedAt }) => assignedAt <= at) ?? candidates[0];
}

function endOf(interaction: InteractionFacts['interaction']): number {
  if (interaction.status === 'abandoned' || interaction.visitorEnd === null) return interaction.endedAt;
  return Math.min(interaction.visitorEnd.at, interaction.endedAt);
}

function outcomeOf({ status }: InteractionFacts['interaction'], wasOpened: boolean): ReportOutcome {
  if (status === 'abandoned') return 'abandoned';
  return wasOpened ? 'answered' : 'unanswered';
}

const ENDED_BY: Readonly<Record<VisitorEndReason, EndedBy>> = {
  'visitor-ended': 'visitor',
  'visitor-gone': 'nobody',
  'visitor-blocked': 'system',
};

function endedBy({ interaction }: InteractionFacts): EndedBy {
  if (interaction.status === 'abandoned') return ENDED_BY[interaction.reason];
  return interaction.visitorEnd === null ? interaction.closedBy : ENDED_BY[interaction.visitorEnd.reason];
}

function waitingOf(
  interaction: InteractionFacts['interaction'],
  assignments: readonly Assignment[],
): number | null {
  const until = interaction.status === 'abandoned' ? interaction.endedAt : assignments[0]?.assignedAt;
  return until === undefined ? null : since(interaction.waitingSince, until);
}

/** Returns what came first: a line by an agent, or the answer to a call. Who comes for a call waits for that answer alone. */
function firstResponseIn(
  { attempts, interaction, lines }: InteractionFacts,
  assignments: readonly Assignment[],
): FirstResponse | null {
  const [attempt] = attempts;
  const line = isCall(interaction.beganAs) ? undefined : lines.find(({ side }) => side === 'agent');
  if (line !== undefined && (attempt === undefined || line.sentAt <= attempt.startedAt))
    return { agentId: line.agentId, at: line.sentAt };
  if (attempt === undefined) return null;
  const holder = assignments.findLast(({ assignedAt }) => assignedAt <= attempt.startedAt);
  return { agentId: holder?.agentId ?? null, at: attempt.startedAt };
}

/** Returns the time from the end of what agent and visitor had with each other to the agent's end; null where nothing else ended it. */
function wrapUpOf(facts: InteractionFacts, last: Assignment | undefined): number | null {
  const { interaction } = facts;
  if (interaction.status === 'abandoned') return null;
  const quietAt = quietSince(facts, last);
  return quietAt === null ? null : since(quietAt, interaction.endedAt);
}

/** Returns the visitor's end, or the last hang-up of a call that the ending agent had: a chat goes on after its calls. */
function quietSince(
  { attempts, interaction, lines }: InteractionFacts,
  last: Assignment | undefined,
): number | null {
  const visitorEnd = interaction.status === 'ended' ? (interaction.visitorEnd?.at ?? null) : null;
  const hungUpAt =
    attempts.findLast(({ startedAt }) => startedAt >= (last?.assignedAt ?? 0))?.endedAt ?? null;
  if (hungUpAt === null) return visitorEnd;
  if (visitorEnd === null) return Math.max(hungUpAt, lines.at(-1)?.sentAt ?? hungUpAt);
  return isCall(interaction.beganAs) ? Math.min(hungUpAt, visitorEnd) : visitorEnd;
}

function ownFigures(
  one: Assignment,
): Pick<
  ReportAssignment,
  'agentName' | 'assignedAt' | 'openedAt' | 'releasedAt' | 'outcome' | 'ringMs' | 'handlingMs'
> {
  const { agentName, assignedAt, openedAt, outcome, releasedAt } = one;
  return {
    ...{ agentName, assignedAt, openedAt, releasedAt, outcome },
    ringMs: ringOf(one),
    handlingMs: handlingOf(one),
  };
}

function ringOf({ assignedAt, openedAt }: Assignment): number | null {
  return openedAt === null ? null : since(assignedAt, openedAt);
}

function handlingOf({ openedAt, releasedAt }: Assignment): number | null {
  return openedAt === null ? null : since(openedAt, releasedAt);
}

/** Rang out, or put back unopened. */
function isMissed({ openedAt, outcome }: Assignment): boolean {
  return outcome === 'missed' || (outcome === 'reassigned' && openedAt === null);
}

function totalOf(responses: readonly Response[]) {
  return { responseCount: responses.length, responseTotalMs: sumOf(responses.map(({ ms }) => ms)) ?? 0 };
}

function sumOf(durations: readonly number[]): number | null {
  return durations.length === 0 ? null : durations.reduce((sum, ms) => sum + ms, 0);
}

/** A clock may have been set back: no duration is negative. */
function since(from: number, to: number): number {
  return Math.max(0, to - from);
}
