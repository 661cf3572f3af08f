import type { z } from 'zod';

import type { agentCommands, agentFacts } from './agent-events';
import type { CommandDefinition, FactDefinition } from '../schemas/commands';
import type { Answer } from '../shared/errors';
import type { visitorCommands, visitorFacts } from './visitor-events';

type ClientEvents<Table extends Record<string, CommandDefinition>> = {
  [Name in keyof Table]: (
    payload: z.input<Table[Name]['payload']>,
    acknowledge: (answer: Answer<z.output<Table[Name]['answer']>>) => void,
  ) => void;
};

type ServerEvents<Table extends Record<string, FactDefinition>> = {
  [Name in keyof Table]: (payload: z.output<Table[Name]['payload']>) => void;
};

/** Socket.IO's typed events, for both ends of each namespace. */
export type VisitorClientEvents = ClientEvents<typeof visitorCommands>;
export type VisitorServerEvents = ServerEvents<typeof visitorFacts>;
export type AgentClientEvents = ClientEvents<typeof agentCommands>;
export type AgentServerEvents = ServerEvents<typeof agentFacts>;

export type VisitorCommandName = keyof typeof visitorCommands;
export type AgentCommandName = keyof typeof agentCommands;
export type VisitorFactName = keyof typeof visitorFacts;
export type AgentFactName = keyof typeof agentFacts;

/** Input of a visitor's command, by name. */
export type VisitorCommandPayload<Name extends VisitorCommandName> = z.input<
  (typeof visitorCommands)[Name]['payload']
>;
export type VisitorCommandData<Name extends VisitorCommandName> = z.output<
  (typeof visitorCommands)[Name]['answer']
>;
export type AgentCommandPayload<Name extends AgentCommandName> = z.input<
  (typeof agentCommands)[Name]['payload']
>;
export type AgentCommandData<Name extends AgentCommandName> = z.output<
  (typeof agentCommands)[Name]['answer']
>;

export type VisitorFactPayload<Name extends VisitorFactName> = z.output<
  (typeof visitorFacts)[Name]['payload']
>;
export type AgentFactPayload<Name extends AgentFactName> = z.output<(typeof agentFacts)[Name]['payload']>;
