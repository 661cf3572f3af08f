/** The texts of the end of an interaction in one language, fetched with it. */
export interface EndTexts {
  readonly howWasIt: string;
  readonly up: string;
  readonly down: string;
  readonly stars: (count: number) => string;
  readonly thanks: string;
  readonly comment: string;
  readonly sendComment: string;
  readonly commentThanks: string;
  readonly ratingFailed: string;
  readonly ratingClosed: string;
  readonly keep: string;
  readonly download: string;
  readonly downloadFailed: string;
  readonly byEmail: string;
  readonly email: string;
  readonly send: string;
  readonly cancel: string;
  readonly wrongEmail: string;
  /** The confirmation that the e-mail was accepted for sending; it does not claim that it arrives. */
  readonly taken: string;
  readonly oftenEnough: string;
  readonly sendFailed: string;
}
