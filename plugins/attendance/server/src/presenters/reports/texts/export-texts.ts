import type { Duration, EndedBy, ReportOutcome } from '../../../../../protocol/reports/report-choices';
import type { RatingScale } from '../../../../../protocol/interactions/ratings';
import type { Channel } from '../../../../../protocol/shared/choices';
import type { AssignmentOutcome } from '../../../domain/reports/report-record';

/** Names of an interaction's columns, but for its durations. */
export type InteractionColumn =
  | 'protocolNumber'
  | 'requestedAt'
  | 'endedAt'
  | 'closedAt'
  | 'channel'
  | 'beganAs'
  | 'site'
  | 'department'
  | 'agent'
  | 'attendedBy'
  | 'assignments'
  | 'outcome'
  | 'endedBy'
  | 'responses'
  | 'calls'
  | 'missed'
  | 'transfers'
  | 'tags'
  | 'closingReason'
  | 'closingNote'
  | 'ratingAsked'
  | 'ratingScale'
  | 'ratingScore'
  | 'ratingComment'
  | 'visitor'
  | 'email'
  | 'phone'
  | 'document'
  | 'origin'
  | 'originUrl'
  | 'originTitle'
  | 'currentUrl'
  | 'currentTitle'
  | 'referrer'
  | 'language'
  | 'browser'
  | 'operatingSystem'
  | 'ip'
  | 'isKept';

/** Names of figures' columns, but for channels, ends and spreads. */
export type FigureColumn =
  | 'date'
  | 'agent'
  | 'department'
  | 'site'
  | 'volume'
  | 'raised'
  | 'answered'
  | 'unanswered'
  | 'abandoned'
  | 'gone'
  | 'attended'
  | 'missed'
  | 'transferred'
  | 'levelMet'
  | 'levelMeasured'
  | 'ratingAsked'
  | 'rated'
  | 'meanStars'
  | 'thumbsUp'
  | 'thumbsDown'
  | 'chatsAtOnce'
  | 'online'
  | 'onlineOutsideHours'
  | 'occupied';

export type SpreadColumn = 'count' | 'absent' | 'median' | 'p90' | 'mean';

/** Texts of a CSV in one language. Durations are in seconds there. */
export interface ExportTexts {
  readonly interaction: Readonly<Record<InteractionColumn, string>>;
  readonly figure: Readonly<Record<FigureColumn, string>>;
  readonly duration: Readonly<Record<Duration, string>>;
  readonly spread: Readonly<Record<SpreadColumn, string>>;
  readonly waitingOfAbandoned: string;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly outcome: Readonly<Record<ReportOutcome, string>>;
  readonly endedBy: Readonly<Record<EndedBy, string>>;
  readonly assignment: Readonly<Record<AssignmentOutcome, string>>;
  readonly scale: Readonly<Record<RatingScale, string>>;
  readonly yes: string;
  readonly no: string;
  readonly withoutName: string;
  stars(count: number): string;
  volumeBy(channel: string): string;
  endsBy(who: string): string;
  /** Title of a column of times, which are those of a zone. */
  timesOf(name: string, timeZone: string): string;
  /** Title of a custom field's column, and of that of a form's question. */
  field(label: string): string;
  answer(label: string): string;
}
