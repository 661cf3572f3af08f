/** Where the secrets of visitors come from, and how they are stored. */
export interface TokenSource {
  /** Returns a token that nobody guesses. */
  newToken(): string;
  /** Returns the name of a family that no other browser has. */
  newFamily(): string;
  /** Returns what is stored in place of a secret. */
  hashOf(secret: string): string;
}
