import { contentType, counter, id, line, time } from './content-type';

/**
 * What reports read: one row for each interaction that is over, written in the transaction that ends it [D1]. It holds figures and the names that
 * were so at the end, and nothing of the visitor: what a person typed stays in the interaction's own row, and goes with it.
 */
export const reportContentTypes = {
  'report-row': contentType(
    'report-row',
    {
      interactionId: id,
      /** Version of the rules by which it was measured. */
      version: counter,
      /** The visitor's request: the day and hour that the interaction belongs to. */
      requestedAt: time,
      /** End of the visitor's or the agent's side, whichever came first. */
      endedAt: time,
      /** The agent's end; that of the request where nobody was assigned. */
      closedAt: time,
      channel: line,
      beganAs: line,
      siteId: id,
      siteName: line,
      departmentId: id,
      departmentName: line,
      /** The last agent; null where nobody was assigned. */
      agentId: id,
      agentName: line,
      /** Page on which the visitor asked [A5], as host and path without query or fragment; empty where it is not known. */
      origin: line,
      outcome: line,
      endedBy: line,
      /** Durations in ms; null where the interaction has none. */
      waitingMs: time,
      ringMs: time,
      firstResponseMs: time,
      responseTotalMs: time,
      responseCount: counter,
      durationMs: time,
      handlingMs: time,
      wrapUpMs: time,
      callMs: time,
      callCount: counter,
      missedCount: counter,
      transferCount: counter,
      /** True where the site asked for a rating at the end. */
      isRatingAsked: { type: 'boolean', default: false },
      ratingScale: { type: 'string' },
      ratingScore: { type: 'integer' },
    },
    [
      { name: 'attendance_report_rows_interaction', columns: ['interaction_id'], type: 'unique' },
      { name: 'attendance_report_rows_requested', columns: ['requested_at'] },
      { name: 'attendance_report_rows_agent', columns: ['agent_id', 'requested_at'] },
    ],
  ),
  /** One agent's time with an interaction, measured at its end: an interaction that was handed on has several. */
  'report-assignment': contentType(
    'report-assignment',
    {
      interactionId: id,
      agentId: id,
      agentName: line,
      channel: line,
      assignedAt: time,
      openedAt: time,
      releasedAt: time,
      outcome: line,
      /** This agent's own figures, in ms; null where there is none. */
      ringMs: time,
      firstResponseMs: time,
      responseTotalMs: time,
      responseCount: counter,
      handlingMs: time,
      wrapUpMs: time,
    },
    [
      { name: 'attendance_report_assignments_of', columns: ['interaction_id'] },
      { name: 'attendance_report_assignments_agent', columns: ['agent_id', 'assigned_at'] },
    ],
  ),
  /** Tags of an interaction by the name that they had, so that renaming and deleting change nothing that was. */
  'report-tag': contentType('report-tag', { interactionId: id, tagId: id, name: line }, [
    { name: 'attendance_report_tags_once', columns: ['interaction_id', 'tag_id'], type: 'unique' },
    { name: 'attendance_report_tags_tag', columns: ['tag_id'] },
  ]),
  /** Time that an agent was Online [R14], without a gap; open while it lasts. */
  'presence-period': contentType(
    'presence-period',
    { agentId: id, agentName: line, startedAt: time, endedAt: time, endReason: { type: 'string' } },
    [
      { name: 'attendance_presence_periods_agent', columns: ['agent_id', 'started_at'] },
      { name: 'attendance_presence_periods_ended', columns: ['ended_at'] },
    ],
  ),
  /** Settings of reports and supervision, one row. */
  'report-setting': contentType('report-setting', {
    version: counter,
    /** Zone by which days and hours are cut [D4]; empty takes that of the business hours. */
    timeZone: line,
    chatLevelMs: { type: 'integer', default: 30_000 },
    callLevelMs: { type: 'integer', default: 20_000 },
    /** True when an agent is told who follows their interaction [R17]. */
    showsFollowers: { type: 'boolean', default: true },
  }),
};
