import type { ErrorCode } from '../../../protocol/shared/errors';
import type { TransferObstacle } from '../../../protocol/interactions/transfer';

/** A refusal is a value; faults are exceptions. */
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      /** What is wrong with it, in English, where the code alone does not say it. */
      readonly reason?: string;
      /** Only where a call is refused for what its agent holds: how many must end first [M1]. */
      readonly mustEnd?: number;
      /** Only of a transfer [R15]: why not. */
      readonly obstacle?: TransferObstacle;
    };
