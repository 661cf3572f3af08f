import type { AgentId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';

/** Public line of a conversation that a person wrote: text or files, no greeting, note or system line [S8]. */
export interface PublicLine {
  readonly side: Side;
  /** Agent who wrote it; null for a visitor's, and where the agent is not known any more. */
  readonly agentId: AgentId | null;
  readonly sentAt: number;
}

/** An agent's response to what the visitor wrote. */
export interface Response {
  readonly agentId: AgentId | null;
  readonly at: number;
  readonly ms: number;
}

/**
 * Returns the responses in a conversation, whose lines are in its order: one for each visitor's line that follows an agent's, to the agent's next
 * line, and of several visitor's lines in a row from the first. What a visitor wrote before any agent did belongs to the first response.
 */
export function responsesIn(lines: readonly PublicLine[]): Response[] {
  const responses: Response[] = [];
  let hasAgentWritten = false;
  let askedAt: number | null = null;
  for (const { agentId, sentAt, side } of lines) {
    if (side === 'visitor') {
      if (hasAgentWritten) askedAt ??= sentAt;
      continue;
    }
    if (askedAt !== null) responses.push({ agentId, at: sentAt, ms: Math.max(0, sentAt - askedAt) });
    hasAgentWritten = true;
    askedAt = null;
  }
  return responses;
}
