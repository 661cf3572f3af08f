/** The media library, as far as a site's pictures go. */
export interface Pictures {
  /** Where a browser finds this picture; null where there is no such file, or it is none. */
  addressOf(fileId: number): Promise<string | null>;
}
