import type { ErrorCode } from '../../../protocol/shared/errors';
import type { TransferObstacle } from '../../../protocol/interactions/transfer';

/** A refusal is a value; faults are exceptions. */
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      /** Reason in English, where the code alone does not state it. */
      readonly reason?: string;
      /** Number of interactions to end first; only where a call is refused for what its agent holds [M1]. */
      readonly mustEnd?: number;
      /** Reason why a transfer is refused; only for one [R15]. */
      readonly obstacle?: TransferObstacle;
    };
