import type { AgentId } from '../../../../../plugins/attendance/protocol/schemas/ids';
import type { Refused, SupervisionCommands } from '../../../realtime/supervision-commands';

/** What came of setting an agent Offline: `already` where they were, and nothing was sent to them; else what was refused. */
export type SetOfflineOutcome = 'done' | 'already' | NonNullable<Refused>;

/** Sets an agent Offline with a reason [R17]; `unavailable` without a session, as without an answer. */
export async function setOffline(
  commands: Pick<SupervisionCommands, 'setOffline'> | null,
  agentId: AgentId,
  reason: string,
): Promise<SetOfflineOutcome> {
  if (commands === null) return { code: 'unavailable', message: 'no session' };
  const refused = await commands.setOffline(agentId, reason);
  if (refused === null) return 'done';
  return refused.code === 'conflict' ? 'already' : refused;
}
