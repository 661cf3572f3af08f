import type { SystemLine } from '../messages/messages';

type LineKind = SystemLine['kind'];
/** A line of one of these kinds; as a map, so that the compiler sees which text fits which line. */
type LineOf<Kind extends LineKind> = {
  [Each in Kind]: Extract<SystemLine, { kind: Each }> & { kind: Each };
}[Kind];
type KindsOf<Shown extends Readonly<Record<LineKind, boolean>>> = {
  [Kind in LineKind]: Shown[Kind] extends true ? Kind : never;
}[LineKind];

/** Whether the visitor's panel shows a kind of system line: a change of page is news to the agent only. */
const IS_SHOWN_TO_VISITOR = {
  'agent-joined': true,
  'agent-left': true,
  'page-changed': false,
  'visitor-ended': true,
  'agent-ended': true,
  'call-started': true,
  'call-ended': true,
  'call-unanswered': true,
  transferred: true,
} as const satisfies Readonly<Record<LineKind, boolean>>;

/** Whether a transcript, which leaves the house, tells a kind of system line [Z26]. */
const IS_IN_TRANSCRIPT = {
  'agent-joined': true,
  'agent-left': false,
  'page-changed': false,
  'visitor-ended': true,
  'agent-ended': true,
  'call-started': true,
  'call-ended': true,
  'call-unanswered': false,
  transferred: false,
} as const satisfies Readonly<Record<LineKind, boolean>>;

export type VisitorLine = LineOf<KindsOf<typeof IS_SHOWN_TO_VISITOR>>;
type TranscriptLine = LineOf<KindsOf<typeof IS_IN_TRANSCRIPT>>;

/** Returns whether the visitor's panel shows a system line; false for a newer server's kinds, which have no text here. */
export function isShownToVisitor(line: SystemLine): line is VisitorLine {
  return IS_SHOWN_TO_VISITOR[line.kind];
}

/** Returns whether a transcript tells a system line; false for kinds that are not known here. */
export function isInTranscript(line: SystemLine): line is TranscriptLine {
  return IS_IN_TRANSCRIPT[line.kind];
}

/** The texts of some kinds of system lines, for one reader in one language: a kind without a text does not compile. */
type LineTexts<Kind extends LineKind> = {
  readonly [Each in Kind]: (line: LineOf<Each>) => string;
};

/** The texts of the visitor's own panel, which speaks to them. */
export type VisitorLineTexts = LineTexts<VisitorLine['kind']>;
/** The texts of the agents' screen and of what is printed there; the title of a changed page is never empty. */
export type AgentLineTexts = LineTexts<LineKind>;
/** The texts of a transcript that a visitor keeps or forwards, in the third person. */
export type TranscriptLineTexts = LineTexts<TranscriptLine['kind']>;

/** Returns a system line as text; an empty one for a kind that only a newer server knows. */
export function lineText<Kind extends LineKind>(texts: LineTexts<Kind>, line: LineOf<Kind>): string {
  const text: LineTexts<Kind>[Kind] | undefined = texts[line.kind];
  return text?.(line) ?? '';
}
