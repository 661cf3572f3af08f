/**
 * Why somebody or some department cannot be given an interaction. `offline`: nobody attends there. `channel`: not on this
 * channel. `full`: no room for a chat. `busy`: a call needs somebody who holds nothing. `reserved`: kept for a call
 * that waits. `away` and `ended` are the visitor's.
 */
export const TRANSFER_OBSTACLES = [
  'offline',
  'channel',
  'full',
  'busy',
  'reserved',
  'away',
  'ended',
] as const;
export type TransferObstacle = (typeof TRANSFER_OBSTACLES)[number];
