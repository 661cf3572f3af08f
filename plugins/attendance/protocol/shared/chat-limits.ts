/** The bounds that a conversation needs in a browser: what each screen loads first carries these, and not all of `LIMITS`. */
export const CHAT_LIMITS = {
  /** [C1] Longest message. */
  messageCodePoints: 4_000,
  /** Body shown in a list row. */
  previewCodePoints: 140,
  urlLength: 2_048,
  titleCodePoints: 300,
  /** [C5] A typing signal lapses by itself after this. */
  typingMs: 6_000,
  /** [C6] Files that one message carries. */
  attachmentsOfMessage: 5,
} as const;
