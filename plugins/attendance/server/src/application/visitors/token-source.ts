/** Source of visitors' secrets, and of the hashes that are stored of them. */
export interface TokenSource {
  /** Returns a token that nobody guesses. */
  newToken(): string;
  /** Returns the name of a family that no other browser has. */
  newFamily(): string;
  /** Returns what is stored in place of a secret. */
  hashOf(secret: string): string;
}
