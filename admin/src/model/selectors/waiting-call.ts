import type { Queue } from '../../../../plugins/attendance/protocol/wire/agent-events';
import { indicatorOf } from '../../../../plugins/attendance/protocol/rules/indicator';
import type { State } from '../state';

type Entry = Queue['entries'][number];

/**
 * Returns the call that has waited longest and that this agent would be given if they held nothing: only interactions
 * that their visitors have ended already keep it from them [R3, R5]. Null while there is none, or while the agent still
 * talks with somebody.
 */
export function callHeldBack({ interactions, queue, self }: State): Entry | null {
  const held = [...interactions.values()];
  if (self?.presence !== 'online' || held.length === 0) return null;
  if (held.some((interaction) => indicatorOf(interaction) !== 'ended-by-visitor')) return null;
  const { channels, departmentIds } = self;
  return (
    queue.entries.find(
      ({ channel, department, isAway }) =>
        channel !== 'chat' &&
        !isAway &&
        channels.includes(channel) &&
        (department === null || departmentIds.includes(department.id)),
    ) ?? null
  );
}
