import type { Outcome } from '../../strapi/request';
import type { ErrorCode } from '../../../../plugins/attendance/protocol/shared/errors';

/** What is known of an admin route that is read again and again, under one path or another. */
export interface AnswerState<Data> {
  /** What was read last; null until the first answer. */
  readonly data: Data | null;
  /** Path that `data` is of. */
  readonly dataPath: string | null;
  /** Path that was asked last. */
  readonly askedPath: string | null;
  readonly isLoading: boolean;
  /** Why the path that was asked could not be read; null otherwise. */
  readonly failure: ErrorCode | null;
}

export const NOT_ASKED = {
  data: null,
  dataPath: null,
  askedPath: null,
  isLoading: true,
  failure: null,
} as const;

/** Returns the state while a path is asked. What failed under another says nothing of this one. */
export function asking<Data>(state: AnswerState<Data>, path: string): AnswerState<Data> {
  const failure = state.askedPath === path ? state.failure : null;
  return { ...state, askedPath: path, isLoading: true, failure };
}

/** Returns the state after an answer. What was read of the same path stays readable when it cannot be read again. */
export function answered<Data>(
  state: AnswerState<Data>,
  path: string,
  reply: Outcome<Data>,
): AnswerState<Data> {
  if (reply.ok) return { ...state, data: reply.data, dataPath: path, isLoading: false, failure: null };
  return { ...state, isLoading: false, failure: state.dataPath === path ? null : reply.code };
}
