import type { SystemLine } from '../../../../protocol/messages/messages';
import type { ErrorCode } from '../../../../protocol/shared/errors';
import type { TransferObstacle } from '../../../../protocol/interactions/transfer';
import type { Interaction } from './interaction-state';

export type Decision =
  | { readonly ok: true; readonly interaction: Interaction; readonly lines: readonly SystemLine[] }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      /** Reason why a transfer is refused; only for one [R15]. */
      readonly obstacle?: TransferObstacle;
    };

export function accept(interaction: Interaction, ...lines: SystemLine[]): Decision {
  return { ok: true, interaction, lines };
}

export function refuse(code: ErrorCode): Decision {
  return { ok: false, code };
}

/** Makes a forgotten case a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
