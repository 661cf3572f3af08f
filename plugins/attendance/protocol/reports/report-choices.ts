/** What became of an interaction. `answered`: an agent opened it; `unanswered`: assigned, and over before anybody opened it. */
export const OUTCOMES = ['answered', 'unanswered', 'abandoned'] as const;
export type ReportOutcome = (typeof OUTCOMES)[number];

/** Who ended an interaction. `nobody`: the visitor stayed away [P3]; `system`: the visitor was blocked. */
export const ENDED_BY = ['visitor', 'agent', 'nobody', 'supervisor', 'system'] as const;
export type EndedBy = (typeof ENDED_BY)[number];

/** Why a time Online ended. `outage`: the service itself was away. */
export type PresenceEndReason =
  | 'own-choice'
  | 'signed-out'
  | 'missed'
  | 'lost'
  | 'supervisor'
  | 'removed'
  | 'outage';

/** Durations that a report spreads, by the report row's column [D1]. */
export const DURATIONS = [
  'waiting',
  'ring',
  'firstResponse',
  'response',
  'duration',
  'handling',
  'wrapUp',
  'call',
] as const;
export type Duration = (typeof DURATIONS)[number];

/** What an agent's own figures are made of; `rated` are the interactions that they held last [Z150]. */
export const OWN_PARTS = [
  'attended',
  'missed',
  'transferred',
  'firstResponse',
  'response',
  'handling',
  'wrapUp',
  'level',
  'rated',
] as const;
