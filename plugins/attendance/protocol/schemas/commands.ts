import type { z } from 'zod';

/** Budgets of the rate limiter; each command draws on one (gateway/limits/rate-limits.ts holds the figures). */
export type RateClass = 'message' | 'signal' | 'command' | 'request' | 'call';

/** Command of the wire protocol: its schemas are the source for types, checks and docs/protocol.md. */
export interface CommandDefinition {
  readonly summary: string;
  readonly rate: RateClass;
  readonly payload: z.ZodType;
  readonly answer: z.ZodType;
}

/** Fact that the server sends: named in the past, sent after COMMIT only. */
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
