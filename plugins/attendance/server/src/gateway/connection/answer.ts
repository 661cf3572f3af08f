import { randomUUID } from 'node:crypto';
import type { z } from 'zod';

import type { CommandDefinition } from '../../../../protocol/schemas/commands';
import { ERROR_MEANINGS, type Answer, type ErrorCode } from '../../../../protocol/shared/errors';
import type { Outcome } from '../../application/outcome';

export interface FaultLog {
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
}

export function refusal(code: ErrorCode, message: string = ERROR_MEANINGS[code]): Answer<never> {
  return { ok: false, error: { code, message } };
}

export function tooOften(retryAfterMs: number) {
  return {
    ok: false as const,
    error: { code: 'rate_limited' as const, message: ERROR_MEANINGS.rate_limited, retryAfterMs },
  };
}

export function toAnswer<Data, View>(outcome: Outcome<Data>, present: (data: Data) => View): Answer<View> {
  if (outcome.ok) return { ok: true, data: present(outcome.data) };
  const { code, mustEnd, obstacle } = outcome;
  const detail = { ...(mustEnd !== undefined && { mustEnd }), ...(obstacle !== undefined && { obstacle }) };
  return { ok: false, error: { code, message: ERROR_MEANINGS[code], ...detail } };
}

/** Returns the refusal of a bad payload, the one translation of it: too long is `too_large`, all else `bad_request`, with the path of the value. */
function shapeRefusal(error: z.ZodError): Answer<never> {
  const [issue] = error.issues;
  const isTooLarge =
    issue?.code === 'too_big' ||
    (issue?.code === 'custom' && issue.params?.['attendanceCode'] === 'too_large');
  const where = issue?.path.join('.') ?? '';
  return refusal(
    isTooLarge ? 'too_large' : 'bad_request',
    `${where === '' ? 'payload' : where}: ${issue?.message ?? 'wrong shape'}`,
  );
}

/** Handling of a fault: it is logged, and one that the sender may wait for has a code of its own. */
export interface Faults {
  readonly log: FaultLog;
  /** Returns whether nothing can be stored at the moment, by anybody: the sender keeps the text and tries again. */
  readonly isUnavailable: (fault: unknown) => boolean;
}

/** Returns the refusal of a fault, the one translation of it: a known one leaves by its code, all else as `internal` with a reference. */
function faultAnswer(fault: unknown, command: string, { isUnavailable, log }: Faults): Answer<never> {
  const reference = randomUUID();
  log.error('attendance: a command failed', {
    command,
    reference,
    fault: fault instanceof Error ? fault.stack : String(fault),
  });
  if (isUnavailable(fault)) return refusal('unavailable');
  return { ok: false, error: { code: 'internal', message: ERROR_MEANINGS.internal, reference } };
}

export type Handlers<Table extends Record<string, CommandDefinition>> = {
  [Name in keyof Table]: (
    payload: z.output<Table[Name]['payload']>,
  ) => Promise<Answer<z.output<Table[Name]['answer']>>>;
};

interface CommandSocket {
  onAny(listener: (event: string, ...parameters: unknown[]) => void): unknown;
  disconnect(close?: boolean): unknown;
}

const UNKNOWN_EVENTS_MAX = 20;

/**
 * Serves a table of commands on a socket: rate, shape, handler, acknowledgement. Nothing a client sends makes it throw; an acknowledgement that is
 * absent or no function is not called.
 */
export function serveCommands<Table extends Record<string, CommandDefinition>>(
  socket: CommandSocket,
  table: Table,
  handlers: Handlers<Table>,
  limits: Faults & { take(rate: CommandDefinition['rate']): number },
): void {
  let unknownEvents = 0;
  socket.onAny((event, ...parameters) => {
    const last = parameters.at(-1);
    const acknowledge = (answer: Answer<unknown>): void => {
      if (typeof last === 'function') (last as (answer: Answer<unknown>) => void)(answer);
    };
    const definition = Object.hasOwn(table, event) ? table[event] : undefined;
    const handle = definition === undefined ? undefined : handlers[event];
    if (definition === undefined || handle === undefined) {
      unknownEvents += 1;
      acknowledge(refusal('bad_request', 'unknown command'));
      if (unknownEvents >= UNKNOWN_EVENTS_MAX) socket.disconnect(true);
      return;
    }
    const retryAfterMs = limits.take(definition.rate);
    if (retryAfterMs > 0) {
      acknowledge({
        ok: false,
        error: { code: 'rate_limited', message: ERROR_MEANINGS.rate_limited, retryAfterMs },
      });
      return;
    }
    const parsed = definition.payload.safeParse(parameters[0]);
    if (!parsed.success) {
      acknowledge(shapeRefusal(parsed.error));
      return;
    }
    void (handle(parsed.data as never) as Promise<Answer<unknown>>)
      .catch((fault: unknown) => faultAnswer(fault, event, limits))
      .then(acknowledge);
  });
}
