/** Interactions of older versions that have no report row yet. */
export interface ReportBacklog {
  /** Resolves to how many are still to be read: the figures lack them. Those that cannot be measured are none of them. */
  unread(): Promise<number>;
}
