import type { z } from 'zod';

/** Which budget of the rate limiter a command draws on (gateway/limits/rate-limits.ts holds the figures). */
export type RateClass = 'message' | 'signal' | 'command' | 'request' | 'call';

/** One command of the wire protocol: its schemas are the source for types, checks and docs/protocol.md. */
export interface CommandDefinition {
  readonly summary: string;
  readonly rate: RateClass;
  readonly payload: z.ZodType;
  readonly answer: z.ZodType;
}

/** One fact that the server tells: named in the past, sent after COMMIT only. */
export interface FactDefinition {
  readonly summary: string;
  readonly payload: z.ZodType;
}

/** Keeps the literal types of a table of commands while checking its shape. */
export function defineCommands<const Table extends Record<string, CommandDefinition>>(table: Table): Table {
  return table;
}

/** Keeps the literal types of a table of facts while checking its shape. */
export function defineFacts<const Table extends Record<string, FactDefinition>>(table: Table): Table {
  return table;
}
