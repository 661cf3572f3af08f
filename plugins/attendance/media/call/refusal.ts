import type { ErrorCode } from '../../protocol/shared/errors';
import type { CallPhase, CallProblem } from './ongoing-call';

interface PhaseAndProblem {
  readonly phase: CallPhase;
  readonly problem: CallProblem | null;
}

const OVER: PhaseAndProblem = { phase: 'left', problem: null };
const failed = (problem: CallProblem): PhaseAndProblem => ({ phase: 'failed', problem });

/** Phase that follows a refused `call:join`: over, or to be tried again. */
const PHASES: Readonly<Record<ErrorCode, PhaseAndProblem>> = {
  not_found: OVER,
  conflict: OVER,
  forbidden: failed('token-refused'),
  unauthorized: failed('token-refused'),
  unavailable: failed('network'),
  rate_limited: failed('provider-unreachable'),
  internal: failed('provider-unreachable'),
  bad_request: failed('provider-unreachable'),
  too_large: failed('provider-unreachable'),
};

export function phaseOf(code: ErrorCode): PhaseAndProblem {
  return PHASES[code];
}
